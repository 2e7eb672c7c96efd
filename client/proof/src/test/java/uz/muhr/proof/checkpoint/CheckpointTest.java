package uz.muhr.proof.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

final class CheckpointTest {
    private static final Checkpoint CHECKPOINT = new Checkpoint("documents", "0f".repeat(32), 120, "00".repeat(32));
    private static final String TEXT =
            "muhr/documents/" + "0f".repeat(32) + "\n120\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";

    @Test
    void itIsWrittenInThreeLinesAndReadAgain() {
        assertEquals(TEXT, CHECKPOINT.text());
        assertEquals(CHECKPOINT, Checkpoint.parse(TEXT));
    }

    @Test
    void itsLastBlockIsOneBelowItsHeight() {
        assertEquals(119, CHECKPOINT.block());
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("no line break at its end", "=\n", "="),
                Arguments.of("an extension line", "=\n", "=\nmore\n"),
                Arguments.of("an empty line", "=\n", "=\n\n"),
                Arguments.of("another maker", "muhr/", "other/"),
                Arguments.of("no channel", "documents/", "/"),
                Arguments.of("a channel that Fabric has none of", "documents", "Documents"),
                Arguments.of("a channel that begins with a dot", "documents", ".documents"),
                Arguments.of("a first block in capitals", "0f0f", "0F0F"),
                Arguments.of("a short first block", "0f0f", "0f"),
                Arguments.of("a height of none", "\n120\n", "\n0\n"),
                Arguments.of("a height with a zero before it", "\n120\n", "\n0120\n"),
                Arguments.of("a height with a sign", "\n120\n", "\n+120\n"),
                Arguments.of("a height below zero", "\n120\n", "\n-120\n"),
                Arguments.of("a height beyond what JSON can write", "\n120\n", "\n9999999999999999\n"),
                Arguments.of("a hash without its padding", "A=", "A"),
                Arguments.of("a hash with loose bits at its end", "AA=", "AB="),
                Arguments.of("a hash of the URL's alphabet", "AAAA", "-AAA"),
                Arguments.of("a hash that is too short", "AAAA", ""),
                Arguments.of("line ends of Windows", "\n120\n", "\r\n120\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void aCheckpointInAnyOtherFormIsRefused(String name, String old, String by) {
        String changed = TEXT.replaceFirst(old.replace("+", "\\+"), by);
        Refusal refusal = assertThrows(Refusal.class, () -> Checkpoint.parse(changed), name);
        assertEquals(ErrorCode.MALFORMED_ARGUMENT, refusal.code());
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThrows(Refusal.class, () -> new Checkpoint("", "0f".repeat(32), 1, "00".repeat(32)));
        assertThrows(Refusal.class, () -> new Checkpoint("documents", "0f", 1, "00".repeat(32)));
        assertThrows(Refusal.class, () -> new Checkpoint("documents", "0f".repeat(32), 0, "00".repeat(32)));
        assertThrows(Refusal.class, () -> new Checkpoint("documents", "0f".repeat(32), 1, "AA".repeat(32)));
    }
}
