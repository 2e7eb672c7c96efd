package uz.muhr.client.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.document.Suggestion.Stamping;

/** What is read in files of each kind, and that what is wrong with a file is said and harms nobody. */
class DocumentReaderTest {
    private static final String WCO = """
            <?xml version="1.0" encoding="UTF-8"?>
            <md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns="urn:wco:datamodel:WCO:DEC-DMS:2">
              <md:WCOTypeName>DEC</md:WCOTypeName>
              <Declaration>
                <FunctionCode>9</FunctionCode>
                <FunctionalReferenceID>LRN-77</FunctionalReferenceID>
                <TypeCode>%s</TypeCode>
                <IssueDateTime><DateTimeString formatCode="304">20260914093000Z</DateTimeString></IssueDateTime>
                %s
              </Declaration>
            </md:MetaData>
            """;

    private static final String SALT = "0c8f2a52-6d3b-4b0e-9a57-1f1d0a1c7e42:string:";

    private static final String ATTESTATION = """
            {"version": "https://schema.openattestation.com/2.0/schema.json",
             "data": {"iD": "%1$sUZ-CO-7", "name": "%1$sCertificate of Origin", "issueDateTime": "%1$s2026-09-14T00:46:34Z",
                      "issuer": {"name": "%1$sChamber of Commerce"}},
             "signature": {"type": "SHA3MerkleProof"}}
            """.formatted(SALT);

    @BeforeAll
    static void withoutTheComputersFonts() {
        BundledFonts.use();
    }

    @Test
    void aPhytosanitaryCertificateSaysWhatItIs() throws IOException {
        Suggestion read = DocumentReader.read(
                Files.readAllBytes(TestNetwork.root().resolve("scripts/samples/phytosanitary-certificate.xml")));
        assertEquals(Optional.of("UN/CEFACT SPS certificate"), read.standard());
        assertEquals(
                Map.of(
                        Fact.TYPE, "851",
                        Fact.NUMBER, "UZ-PC-2026-001208",
                        Fact.ISSUER, "Plant Quarantine Agency",
                        Fact.ISSUED, "2026-09-11"),
                values(read));
        assertEquals(Stamping.NOT_A_PDF, read.stamping());
        assertEquals(
                new Found("UZ-PC-2026-001208", "SPSExchangedDocument/ID"),
                read.facts().get(Fact.NUMBER));
    }

    @ParameterizedTest
    @CsvSource({"certificate-of-origin, 861, UZ-CO-2026-000417", "import-permit, 911, UZ-IP-2026-000093"})
    void aPdfSaysWhatItIs(String sample, String type, String number) throws IOException {
        Suggestion read = DocumentReader.read(
                Files.readAllBytes(TestNetwork.root().resolve("scripts/samples/" + sample + ".pdf")));
        assertEquals(type, values(read).get(Fact.TYPE));
        assertEquals(number, values(read).get(Fact.NUMBER));
        assertEquals(Stamping.POSSIBLE, read.stamping());
    }

    @Test
    void thePermitsValidityIsReadInItsText() throws IOException {
        Map<Fact, String> read = values(DocumentReader.read(
                Files.readAllBytes(TestNetwork.root().resolve("scripts/samples/import-permit.pdf"))));
        assertEquals("2026-01-05", read.get(Fact.ISSUED));
        assertEquals("2026-01-01", read.get(Fact.VALID_FROM));
        assertEquals("2026-12-31", read.get(Fact.VALID_UNTIL));
    }

    @ParameterizedTest
    @CsvSource({"IMA, 929", "EXD, 830", "COR,"})
    void aDeclarationsDirectionIsItsType(String code, String type) {
        Suggestion read = read(WCO.formatted(code, ""));
        assertEquals(Optional.of("WCO data model declaration"), read.standard());
        assertEquals(Optional.ofNullable(type), Optional.ofNullable(values(read).get(Fact.TYPE)));
        assertEquals("LRN-77", values(read).get(Fact.NUMBER));
        assertEquals("2026-09-14", values(read).get(Fact.ISSUED));
    }

    @Test
    void customsOwnNumberGoesBeforeTheDeclarants() {
        assertEquals(
                "24UZ0001",
                values(read(WCO.formatted("IMA", "<ID>24UZ0001</ID>"))).get(Fact.NUMBER));
    }

    @Test
    void anOpenAttestationDocumentIsReadBehindItsSalts() {
        Suggestion read = read(ATTESTATION);
        assertEquals(Optional.of("OpenAttestation 2.0"), read.standard());
        assertEquals(
                Map.of(
                        Fact.TYPE, "861",
                        Fact.NUMBER, "UZ-CO-7",
                        Fact.ISSUER, "Chamber of Commerce",
                        Fact.ISSUED, "2026-09-14"),
                values(read));
    }

    @ParameterizedTest
    @CsvSource({"BOL, 705", "SWB, 710"})
    void aTransportDocumentOfDcsaIsReadAloneAndWithinARequest(String kind, String type) {
        String document = "{\"transportDocumentReference\":\"HHL71800000\",\"transportDocumentTypeCode\":\"" + kind
                + "\",\"issueDate\":\"2026-09-14\",\"documentParties\":{\"issuingParty\":{\"partyName\":\"Carrier\"}}}";
        for (String json : new String[] {document, "{\"document\":" + document + "}"}) {
            assertEquals(
                    Map.of(
                            Fact.TYPE, type,
                            Fact.NUMBER, "HHL71800000",
                            Fact.ISSUER, "Carrier",
                            Fact.ISSUED, "2026-09-14"),
                    values(read(json)));
        }
    }

    @Test
    void shippingInstructionsAreNoBillOfLadingYet() {
        assertEquals(Map.of(Fact.TYPE, "340"), values(read("{\"transportDocumentTypeCode\":\"BOL\"}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a/>", "{}", "[1]", "plain words", "PK\u0003\u0004 an archive", "{\"version\":1}"})
    void ofAnythingElseNothingIsSaid(String file) {
        Suggestion read = read(file);
        assertEquals(Map.of(), read.facts());
        assertEquals(Optional.empty(), read.unread());
    }

    @Test
    void whatCannotBeAFactIsLeftOut() {
        assertEquals(
                Map.of(Fact.ISSUED, "2026-09-14"),
                values(read(WCO.formatted("IMA", "").replace("IMA", "none").replace("LRN-77", "PLACEHOLDER"))));
        assertEquals(Map.of(), values(read(ATTESTATION.replaceAll("string:[^\"]*", "string:"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
                "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\"><a/>",
                "<!DOCTYPE a [<!ENTITY b \"x\"><!ENTITY c \"&b;&b;\"><!ENTITY d \"&c;&c;\">]><a>&d;</a>",
                "<a>&b;</a>"
            })
    void xmlWithEntitiesIsNotRead(String xml) {
        Suggestion read = read(xml);
        assertEquals(Map.of(), read.facts());
        assertTrue(read.unread().orElseThrow().endsWith("."), read.unread()::toString);
    }

    @Test
    void whatIsTooDeepIsNotRead() {
        assertTrue(read("<a>".repeat(65)).unread().orElseThrow().contains("deep"));
        assertTrue(read("[".repeat(100_000)).unread().orElseThrow().contains("deep"));
        assertTrue(read("{\"a\":".repeat(65)).unread().orElseThrow().contains("deep"));
    }

    @Test
    void aMemberThatIsThereTwiceMakesTheFileUnread() {
        assertTrue(read("{\"version\":\"1\",\"version\":\"2\"}")
                .unread()
                .orElseThrow()
                .contains("twice"));
    }

    @Test
    void aBrokenPdfIsAnchoredAsItIs() {
        for (String broken : new String[] {"%PDF-1.7", "%PDF-1.7\n1 0 obj\n<<", "%PDF-\0\0\0"}) {
            Suggestion read = read(broken);
            assertEquals(FileKind.PDF, read.kind());
            assertEquals(Stamping.UNREADABLE, read.stamping());
            assertTrue(read.unread().orElseThrow().contains("damaged"), broken);
        }
    }

    @Test
    void anEncryptedPdfIsNotReadEvenWhenItNeedsNoPassword() throws IOException {
        for (String password : new String[] {"", "secret"}) {
            Suggestion read = DocumentReader.read(Pdfs.encrypted(password));
            assertEquals(Stamping.ENCRYPTED, read.stamping());
            assertEquals(Map.of(), read.facts());
        }
    }

    @Test
    void aSignatureOfAnyKindIsSeen() throws IOException {
        for (byte[] signed : new byte[][] {Pdfs.signed(), Pdfs.certified(), Pdfs.withUsageRights()}) {
            assertEquals(Stamping.SIGNED, DocumentReader.read(signed).stamping());
        }
        assertEquals(
                Stamping.POSSIBLE,
                DocumentReader.read(Pdfs.withEmptySignatureField()).stamping());
    }

    @Test
    void mutationsAreReadOrNotButNothingIsThrown() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (byte[] valid : new byte[][] {
            Pdfs.of("Certificate of Origin", "Number UZ-1"), bytes(WCO.formatted("IMA", "")), bytes(ATTESTATION)
        }) {
            for (int round = 0; round < 300; round++) {
                byte[] mutated = Arrays.copyOf(valid, valid.length - random.nextInt(valid.length / 4));
                for (int change = random.nextInt(6); change >= 0; change--) {
                    mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
                }
                try {
                    DocumentReader.read(mutated).unread().ifPresent(sentence -> assertTrue(sentence.endsWith(".")));
                } catch (RuntimeException e) {
                    throw new AssertionError("seed " + seed + ", round " + round, e);
                }
            }
        }
    }

    private static Map<Fact, String> values(Suggestion read) {
        return read.facts().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, fact -> fact.getValue()
                .value()));
    }

    private static Suggestion read(String file) {
        return DocumentReader.read(bytes(file));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
