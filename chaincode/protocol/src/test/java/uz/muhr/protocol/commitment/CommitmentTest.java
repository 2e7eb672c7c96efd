package uz.muhr.protocol.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
        for (CommitmentKind kind : CommitmentKind.values()) {
            assertEquals(kind, CommitmentKind.parse(kind.text()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OPEN", "Salted", "tree", "open ", "0", "opеn"})
    void anotherKindIsRefused(String text) {
        assertMalformed(() -> CommitmentKind.parse(text));
    }
}
