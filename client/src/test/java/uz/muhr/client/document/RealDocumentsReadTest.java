package uz.muhr.client.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.document.Suggestion.Stamping;

/** What is read in the documents of other projects. */
@Tag("shared")
class RealDocumentsReadTest {
    private static final Path SHARED = TestNetwork.root().resolve("../shared/data/third-party");

    @BeforeAll
    static void withoutTheComputersFonts() {
        BundledFonts.use();
    }

    @BeforeEach
    void samplesAreThere() {
        assumeTrue(Files.isDirectory(SHARED), "shared/ is not there: skipped");
    }

    @ParameterizedTest
    @CsvSource({
        "Mattilsynet_ephyto-api/SPSCertificateContent.xml, UN/CEFACT SPS certificate, 851, 123ABC, 2016-04-22",
        "hmrc_customs-declarations/import-IM001a/declaration.xml, WCO data model declaration, 929, 7847767E1WB6,",
        "hmrc_customs-declarations/import-IM011a/declaration.xml, WCO data model declaration, 929, 7849431M0ZUP,",
        "hmrc_customs-declarations/import-IM011a/amendment.xml, WCO data model declaration, , 24GBA4ZYBWXU1BSA00,",
        "hmrc_customs-declarations/export-EX001a/declaration.xml, WCO data model declaration, 830, U.7847323YIPYA,",
        "TradeTrust_tradetrust-website/oa-v2/coo-selective-disclosure.json, OpenAttestation 2.0, 861, WFA.ORG.AU:COO:WBC208899, 2020-06-03",
        "TradeTrust_tradetrust-website/oa-v2/invoice.json, OpenAttestation 2.0, 380, 1111, 2018-02-21",
        "dcsaorg_Conformance-Gateway/pint/transport-document-3.0.0.json, DCSA transport document, 705, ,",
        "dcsaorg_Conformance-Gateway/ebl-issuance/request-3.0.0.json, DCSA transport document, 705, , 2020-12-12",
        "dcsaorg_Conformance-Gateway/ebl/request-3.0.0.json, DCSA shipping instructions, 340, ,"
    })
    void aDocumentSaysWhatItIs(String file, String standard, String type, String number, String issued)
            throws IOException {
        Suggestion read = read(file);
        assertEquals(Optional.of(standard), read.standard());
        assertEquals(Optional.ofNullable(type), value(read, Fact.TYPE));
        assertEquals(Optional.ofNullable(number), value(read, Fact.NUMBER));
        assertEquals(Optional.ofNullable(issued), value(read, Fact.ISSUED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "minimal-two-fields-signed-twice.pdf",
                "pades-lta-dss-indirect-arrs-test.pdf",
                "pades-with-old-style-signing-cert-attr.pdf",
                "form-update-override-appearance-stream.pdf",
                "form-update-override-appearance-stream-sneaky.pdf",
                "coverage-anomalies/tail-uncovered.pdf",
                "coverage-anomalies/weird-byterange.pdf"
            })
    void everySignedPdfIsSeenToBeSigned(String file) throws IOException {
        assertEquals(Stamping.SIGNED, read("MatthiasValvekens_pyHanko/" + file).stamping());
    }

    @Test
    void theUnsignedBillOfLadingCanBeStamped() throws IOException {
        Suggestion read = read("dcsaorg_Conformance-Gateway/ebl-issuance/test-iss-document.pdf");
        assertEquals(Stamping.POSSIBLE, read.stamping());
        assertEquals(Optional.empty(), read.unread());
    }

    @Test
    void noFileThereIsMakesAReaderFail() throws IOException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(SHARED)) {
            files = tree.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            DocumentReader.read(Files.readAllBytes(file))
                    .unread()
                    .ifPresent(sentence -> assertTrue(sentence.endsWith("."), file::toString));
        }
    }

    private static Suggestion read(String file) throws IOException {
        return DocumentReader.read(Files.readAllBytes(SHARED.resolve(file)));
    }

    private static Optional<String> value(Suggestion read, Fact fact) {
        return Optional.ofNullable(read.facts().get(fact)).map(Found::value);
    }
}
