package uz.muhr.protocol.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uz.muhr.protocol.Refusals.assertMalformed;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.protocol.Samples;

/** The values are held against another implementation's in {@code VectorsTest}. */
final class CommitmentTest {
    @Test
    void anotherSaltAnotherFileOrAnotherKindMakesAnotherCommitment() {
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            Fingerprint file = new Fingerprint(Samples.sha256("file " + i % 10));
            all.add(Commitment.salted(file, new Salt(Samples.sha256("salt " + i / 10)))
                    .hex());
            all.add(Commitment.open(file).hex());
        }
        assertEquals(110, all.size());
    }

    @Test
    void theSameDigitsOfAnotherKindAreAnotherContent() {
        assertNotEquals(Samples.OPEN, new Commitment(CommitmentKind.SALTED, Samples.OPEN.hex()));
    }

    @Test
    void aFingerprintItselfIsNotItsCommitment() {
        assertNotEquals(Samples.FINGERPRINT.hex(), Samples.OPEN.hex());
    }

    @Test
    void aKindReadsAsItIsWritten() {
        assertEquals("open", CommitmentKind.OPEN.text());
        assertEquals("salted", CommitmentKind.SALTED.text());
        assertEquals("fields", CommitmentKind.FIELDS.text());
        assertEquals("open-attestation", CommitmentKind.OPEN_ATTESTATION.text());
        for (CommitmentKind kind : CommitmentKind.values()) {
            assertEquals(kind, CommitmentKind.parse(kind.text()));
        }
    }

    @Test
    void onlyWhatAReceiptSaltsNeedsIt() {
        assertFalse(CommitmentKind.OPEN.needsReceipt());
        assertTrue(CommitmentKind.SALTED.needsReceipt());
        assertTrue(CommitmentKind.FIELDS.needsReceipt());
        assertFalse(CommitmentKind.OPEN_ATTESTATION.needsReceipt());
    }

    @Test
    void fieldsBindTheFileTheirNumberAndTheirRoot() {
        Salt salt = new Salt(Samples.sha256("salt"));
        Commitment whole = Commitment.salted(Samples.FINGERPRINT, salt);
        Commitment other = Commitment.salted(new Fingerprint(Samples.sha256("other")), salt);
        String root = Samples.sha256("root");
        Set<Commitment> all = Set.of(
                Commitment.fields(whole, new FieldsRoot(2, root)),
                Commitment.fields(other, new FieldsRoot(2, root)),
                Commitment.fields(whole, new FieldsRoot(3, root)),
                Commitment.fields(whole, new FieldsRoot(2, Samples.sha256("another root"))));
        assertEquals(4, all.size());
    }

    @Test
    void fieldsAreNeverBoundBesideAHashThatCouldBeGuessed() {
        FieldsRoot root = new FieldsRoot(1, Samples.sha256("root"));
        assertThrows(IllegalArgumentException.class, () -> Commitment.fields(Samples.OPEN, root));
    }

    @Test
    void aTargetHashIsCommittedAsAnotherImplementationDoes() {
        TargetHash target = new TargetHash("a2cbf4dab8c5f48f1cb300c027ca4bcb750952e3a226062f7ec8eebd21ca12ba");
        assertEquals(
                new Commitment(
                        CommitmentKind.OPEN_ATTESTATION,
                        "0c8bdf46ae9d89564edd7b80045d61ed61b3a2c85fd9430f9e8b9e6a04f41d43"),
                Commitment.openAttestation(target));
        assertMalformed(() -> new TargetHash("A2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OPEN", "open_attestation", "Fields", "Salted", "tree", "open ", "0", "opеn"})
    void anotherKindIsRefused(String text) {
        assertMalformed(() -> CommitmentKind.parse(text));
    }
}
