package uz.muhr.client.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uz.muhr.client.register.SampleDocument;
import uz.muhr.client.verification.Heard;
import uz.muhr.protocol.verdict.Evidence;

/** What stands on the pages of a report, read back from the PDF. */
class ReportPdfTest {
    private final SampleDocument anchored = SampleHearing.anchored();
    private final Evidence valid = SampleHearing.evidence(anchored);
    private final Evidence revoked =
            SampleHearing.evidence(anchored, anchored.revoked(SampleHearing.MONDAY.plusSeconds(5)));

    private static byte[] written(Hearing hearing) {
        return ReportPdf.write(hearing, ReportWords.in(hearing.question().language()));
    }

    /** As it reads without line breaks, which stand wherever a line was full. */
    private static String text(Hearing hearing) throws IOException {
        try (PDDocument document = Loader.loadPDF(written(hearing))) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static void says(String text, String... parts) {
        for (String part : parts) {
            assertTrue(text.contains(part), part + " is not in: " + text);
        }
    }

    @Test
    void itSaysWhatWasAskedOfWhomAndWhatTheyAnswered() throws IOException {
        String text = text(SampleHearing.of(
                Language.EN,
                SampleHearing.heard("CustomsMSP", valid),
                SampleHearing.silent("CarrierMSP"),
                SampleHearing.heard("ChamberMSP", valid)));
        says(
                text,
                "Valid",
                "It is genuine and stands.",
                "TOTAL-PASSED",
                SampleHearing.NUMBER,
                "certificate of origin (861)",
                "Peers asked: 3 (CustomsMSP, CarrierMSP, ChamberMSP)",
                "2026-11-27 12:30:45 UTC",
                "42 blocks",
                "No answer that can be used",
                "The ledger could not be asked in time.",
                "not a legal opinion",
                "To check again");
    }

    @Test
    void itPrintsTheRecordItsAuthorityItsTransactionsAndTheirBlocks() throws IOException {
        String text = text(SampleHearing.of(Language.EN, SampleHearing.heard("CustomsMSP", revoked)));
        says(
                text.replace(" ", ""),
                anchored.id().hex(),
                anchored.record().commitment().hex(),
                SampleHearing.transaction().hex(),
                anchored.record().anchored().by().certificate().hex());
        says(
                text,
                "2. Revoked",
                "1. Anchored",
                "Transaction, in block 17",
                "revoked: a signing key was compromised",
                "in force, as the ledger knows now",
                "2026-01-01 00:00:00 UTC – …",
                "The issuer revoked it.");
    }

    @Test
    void peersThatDisagreeAreShownBesideEachOtherAndNoneIsTaken() throws IOException {
        Heard good = SampleHearing.heard("CustomsMSP", valid);
        String text = text(SampleHearing.of(Language.EN, good, SampleHearing.heard("ChamberMSP", revoked)));
        says(text, "Undetermined", "answers differ", "INDETERMINATE", "It gave other evidence than is printed below.");
        assertFalse(text.contains("TOTAL-PASSED"), text);
    }

    @Test
    void thatNobodyAnsweredIsReportedWithoutAnyRecord() throws IOException {
        String text = text(SampleHearing.of(Language.EN, SampleHearing.silent("CustomsMSP")));
        says(text, "Undetermined", "No answer that can be used");
        assertFalse(text.contains("The record, as the peer"), text);
    }

    @Test
    void thatThereIsNoRecordIsSaid() throws IOException {
        says(
                text(SampleHearing.of(Language.EN, SampleHearing.heard("CustomsMSP"))),
                "Unknown",
                "The ledger has no record that the question touches.");
    }

    @ParameterizedTest
    @CsvSource({
        "EN, Revoked, Evidence report on a trade document, Page 1 of",
        "RU, Отозван, Отчёт о проверке торгового документа, Страница 1 из",
        "UZ, Bekor qilingan, Savdo hujjati boʻyicha tekshiruv hisoboti, '1-bet, jami'"
    })
    void itIsWrittenInEachLanguage(Language language, String verdict, String title, String page) throws IOException {
        Hearing hearing = SampleHearing.of(language, SampleHearing.heard("CustomsMSP", revoked));
        says(text(hearing), verdict, title, page);
        try (PDDocument document = Loader.loadPDF(written(hearing))) {
            assertEquals(language.code(), document.getDocumentCatalog().getLanguage());
            assertEquals(title, document.getDocumentInformation().getTitle());
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyFontIsEmbedded(Language language) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(written(SampleHearing.of(language, SampleHearing.heard("CustomsMSP", valid))))) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertTrue(page.getResources().getFont(name).isEmbedded(), name.getName());
                }
            }
        }
    }

    @Test
    void aNumberInLettersThatTheFontLacksIsNotLost() throws IOException {
        says(text(SampleHearing.of(Language.EN, "中-1", SampleHearing.heard("CustomsMSP", valid))), "<U+4E2D>-1");
    }

    @Test
    void aLongHistoryTakesManyPagesAndEachIsNumbered() throws IOException {
        List<SampleDocument> versions = new ArrayList<>(List.of(anchored));
        for (int i = 1; i <= 2 * RecordPart.MOST_VERSIONS; i++) {
            SampleDocument last = versions.get(versions.size() - 1);
            versions.add(
                    i % 2 == 1
                            ? last.suspended(SampleHearing.MONDAY.plusSeconds(i))
                            : last.reinstated(SampleHearing.MONDAY.plusSeconds(i)));
        }
        Evidence evidence = SampleHearing.evidence(versions.toArray(SampleDocument[]::new));
        Hearing hearing = SampleHearing.of(Language.EN, SampleHearing.heard("CustomsMSP", evidence));
        String text = text(hearing);
        try (PDDocument document = Loader.loadPDF(written(hearing))) {
            int pages = document.getNumberOfPages();
            assertTrue(pages > 5);
            says(text, "Page 1 of " + pages, "Page " + pages + " of " + pages);
        }
        says(text, "201. Reinstated", "101 older versions are not printed.");
        assertFalse(text.contains("Anchored"), text);
    }
}
