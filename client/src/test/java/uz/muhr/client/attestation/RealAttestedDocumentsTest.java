package uz.muhr.client.attestation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.document.UnreadableDocument;

/** Documents of other projects, with the facts that are known of them. */
@Tag("shared")
class RealAttestedDocumentsTest {
    private static final Path SHARED = TestNetwork.root().resolve("../shared/data/third-party");

    @ParameterizedTest
    @CsvSource({
        "coo-selective-disclosure, a2cbf4dab8c5f48f1cb300c027ca4bcb750952e3a226062f7ec8eebd21ca12ba, 123, 0",
        "invoice, 585ba3f8d694a9106486aba524a708c4c8b7a14b2b79929a9ffde64555b3279c, 42, 0",
        "invoice-obfuscated-document, 234b7ce4c0da62206b2fc728c4b2aa8a45640df9deb51463189a9fbe4be4f52a, 40, 1",
        "invoice-nested-documents, d3c3d143a5ab4b0f07e88ba71ed384107c170688e7bfaab5e0a06761a2d2bc2c, 45, 0",
        "invoice-qrcode, 7a452af00f70214f9c703ea9648ff3a842b6a4631cf685b56830cc814a5b4759, 43, 0"
    })
    void aRealDocumentHoldsByItsOwnRule(String name, String target, int shown, int hidden) {
        AttestedDocument document = read("TradeTrust_tradetrust-website/oa-v2/" + name + ".json");
        assertEquals(target, document.target().hex());
        assertEquals(List.of(shown, hidden), List.of(document.shown(), document.hidden()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TradeTrust_tradetrust-website/oa-v2/did-verified.json",
                "Open-Attestation_oa-verify/v2/did-revocation-store-signed-not-revoked.json",
                "Open-Attestation_oa-verify/v2/did-revocation-store-signed-revoked.json"
            })
    void aDocumentSignedForEthereumHoldsAsWellAndItsSignatureIsNotLookedAt(String file) {
        assertTrue(read(file).shown() > 20);
    }

    @ParameterizedTest
    @CsvSource({
        "tamperedDocument, 650dc8099cb5e06b46fa66114a5ce62b745365eb788bdd475c11cb64ee61677b",
        "tamperedDocumentInvalid, 2fd26cd9e3ec870cfc23d88c0359772a387641ca3b7777477b66987a4aba87e9"
    })
    void aTamperedDocumentIsRefusedWithTheHashThatItsDataComeTo(String name, String digest) {
        String sentence = String.valueOf(
                assertThrows(UnreadableDocument.class, () -> read("Open-Attestation_oa-verify/v2/" + name + ".json"))
                        .getMessage());
        assertTrue(sentence.contains(digest), sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3/did-signed.json", "v3/documentStore-issued.json"})
    void aDocumentOfAnotherVersionIsRefusedAsThat(String name) {
        String sentence =
                String.valueOf(assertThrows(UnreadableDocument.class, () -> read("Open-Attestation_oa-verify/" + name))
                        .getMessage());
        assertTrue(sentence.contains("version 2"), sentence);
    }

    private static AttestedDocument read(String name) {
        Path file = SHARED.resolve(name);
        assumeTrue(Files.exists(file), "shared/ is not there: skipped");
        return AttestedDocument.read(file, Client.fingerprint(file));
    }
}
