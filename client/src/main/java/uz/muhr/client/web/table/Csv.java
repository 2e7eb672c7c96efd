package uz.muhr.client.web.table;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * CSV as RFC 4180 has it, with a header. A text that a spreadsheet would take for a formula is written with an apostrophe
 * before it, as OWASP advises ("CSV injection"): whoever opens the file runs nothing.
 */
final class Csv<T> {
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final List<Column<T>> columns;
    private final CSVPrinter printer;

    private Csv(List<Column<T>> columns, CSVPrinter printer) {
        this.columns = columns;
        this.printer = printer;
    }

    static <T> Csv<T> begin(Appendable out, List<Column<T>> columns) throws IOException {
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
        for (Column<T> column : columns) {
            printer.print(column.name());
        }
        printer.println();
        return new Csv<>(columns, printer);
    }

    void row(T row) throws IOException {
        for (Column<T> column : columns) {
            printer.print(harmless(column.cell().of(row)));
        }
        printer.println();
    }

    private static @Nullable Object harmless(@Nullable Object cell) {
        return cell instanceof String text && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : cell;
    }
}
