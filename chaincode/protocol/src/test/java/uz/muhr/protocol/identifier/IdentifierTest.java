package uz.muhr.protocol.identifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uz.muhr.protocol.Refusals.assertMalformed;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.commitment.CommitmentKind;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.commitment.Salt;
import uz.muhr.protocol.record.RecordHash;

final class IdentifierTest {
    private static final List<Function<String, Object>> HASHES = List.of(
            DocumentId::new,
            NumberDigest::new,
            CertificateHash::new,
            TransactionId::new,
            Fingerprint::new,
            Salt::new,
            RecordHash::new,
            hex -> new Commitment(CommitmentKind.OPEN, hex));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "0x00000000000000000000000000000000000000000000000000000000000000",
                "000000000000000000000000000000000000000000000000000000000000000",
                "00000000000000000000000000000000000000000000000000000000000000000",
                "000000000000000000000000000000000000000000000000000000000000000g",
                "000000000000000000000000000000000000000000000000000000000000000\n",
                "٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠"
            })
    void aHashIs64LowerCaseDigitsAndNothingElse(String text) {
        for (Function<String, Object> hash : HASHES) {
            assertMalformed(() -> hash.apply(text));
        }
    }

    @Test
    void sixtyFourDigitsAreAnyHash() {
        HASHES.forEach(hash -> assertNotNull(hash.apply(Samples.sha256("anything"))));
    }

    @Test
    void aSaltIsNeverShown() {
        Salt salt = Samples.SALT;
        assertTrue(!salt.toString().contains(salt.hex().substring(0, 8)));
        String tooLong = salt.hex() + "0";
        assertTrue(!assertThrows(RuntimeException.class, () -> new Salt(tooLong))
                .toString()
                .contains(salt.hex().substring(0, 8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".a", "-a", "Org_1", "Org 1", "Org\n", "Örg", "a/b", "a\u0000", "ОргMSP", "a\uDBFF\uDFFF"})
    void whatIsNoMspIdIsRefused(String text) {
        assertMalformed(() -> new MspId(text));
    }

    @Test
    void anMspIdHasAtMost64Characters() {
        assertEquals("a".repeat(64), new MspId("a".repeat(64)).value());
        assertMalformed(() -> new MspId("a".repeat(65)));
    }

    @Test
    void aDocumentsIdTellsIssuersTypesAndNumbersApart() {
        assertNotEquals(Samples.DOCUMENT, Samples.document(Samples.CUSTOMS, Samples.ORIGIN, "UZ-861/2026-000123"));
        assertNotEquals(Samples.DOCUMENT, Samples.document(Samples.CHAMBER, Samples.EUR1, "UZ-861/2026-000123"));
        assertNotEquals(Samples.DOCUMENT, Samples.document(Samples.CHAMBER, Samples.ORIGIN, "UZ-861/2026-000124"));
        assertEquals(Samples.DOCUMENT, Samples.document(Samples.CHAMBER, Samples.ORIGIN, "uz-861 / 2026-000123"));
    }

    @Test
    void identifiersShowThemselvesAsTheLedgerWritesThem() {
        assertEquals(Samples.DOCUMENT.hex(), Samples.DOCUMENT.toString());
        assertEquals("ChamberMSP", Samples.CHAMBER.toString());
        assertEquals("861", Samples.ORIGIN.toString());
        assertEquals("UZ-861/2026-000123", Samples.NUMBER.toString());
    }
}
