package uz.muhr.client.web.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a spreadsheet reads, and what it must not run. */
class CsvTest {
    private record Row(@Nullable Object first, @Nullable Object second) {}

    private static final List<Column<Row>> COLUMNS =
            List.of(new Column<>("first", Row::first), new Column<>("second", Row::second));

    private static String written(Row... rows) throws IOException {
        StringBuilder out = new StringBuilder();
        Csv<Row> csv = Csv.begin(out, COLUMNS);
        for (Row row : rows) {
            csv.row(row);
        }
        return out.toString();
    }

    @Test
    void aTableBeginsWithItsNamesAndEachRowEndsAsRfc4180Says() throws IOException {
        assertEquals("first,second\r\na,1\r\nb,2\r\n", written(new Row("a", 1L), new Row("b", 2)));
    }

    @Test
    void aTableWithoutRowsHasItsNamesAllTheSame() throws IOException {
        assertEquals("first,second\r\n", written());
    }

    @Test
    void whatIsAbsentIsLeftEmpty() throws IOException {
        assertEquals("first,second\r\n,true\r\n,\r\n", written(new Row(null, true), new Row(null, null)));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {"|a,b|, |\"a,b\"|", "|a\"b|, |\"a\"\"b\"|", "|a\nb|, |\"a\nb\"|"})
    void whatWouldEndACellIsQuoted(String text, String cell) throws IOException {
        assertEquals("first,second\r\n" + cell + ",\r\n", written(new Row(text, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uFF1D1", "\uFF0D1"})
    void aFormulaIsWrittenAsText(String formula) throws IOException {
        String written = written(new Row("x", formula));
        assertEquals("x,", written.substring(14, 16));
        assertEquals('\'', written.substring(16).replace("\"", "").charAt(0), written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ChamberMSP", "2026-11-22T09:30:00Z", "a=1", "1-2", "'quoted"})
    void whatIsNoFormulaStaysAsItIs(String text) throws IOException {
        assertEquals("first,second\r\n" + text + ",\r\n", written(new Row(text, null)));
    }

    @Test
    void aNumberBelowZeroIsANumberAndNoFormula() throws IOException {
        assertEquals("first,second\r\n-5,\r\n", written(new Row(-5L, null)));
    }
}
