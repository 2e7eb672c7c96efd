package uz.muhr.proof.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** c2sp.org/signed-note, section "Format". */
final class SignedNoteTest {
    private static final String NOTE = "a first line\n\na last one\n\n— some/name AAECAwQ=\n— other AAECAwQF\n";

    @Test
    void theTextEndsAtTheLastEmptyLine() {
        SignedNote note = SignedNote.parse(NOTE);
        assertEquals("a first line\n\na last one\n", note.text());
        assertEquals(
                List.of(
                        new NoteSignature("some/name", bytes(0, 1, 2, 3), bytes(4)),
                        new NoteSignature("other", bytes(0, 1, 2, 3), bytes(4, 5))),
                note.signatures());
        assertEquals(NOTE, note.write());
    }

    @Test
    void aSignatureMoreComesLast() {
        SignedNote more = SignedNote.parse(NOTE).with(new NoteSignature("third", bytes(9, 9, 9, 9), bytes(9)));
        assertEquals(NOTE + "— third CQkJCQk=\n", more.write());
    }

    @Test
    void sixteenSignaturesAreReadAndManyMoreAreNot() {
        String line = "— name AAECAwQ=\n";
        assertEquals(
                16, SignedNote.parse("text\n\n" + line.repeat(16)).signatures().size());
        assertEquals(
                SignedNote.MOST_SIGNATURES,
                SignedNote.parse("text\n\n" + line.repeat(SignedNote.MOST_SIGNATURES))
                        .signatures()
                        .size());
        assertThrows(Refusal.class, () -> SignedNote.parse("text\n\n" + line.repeat(SignedNote.MOST_SIGNATURES + 1)));
        assertThrows(Refusal.class, () -> SignedNote.parse("t".repeat(SignedNote.MOST_CHARACTERS) + "\n\n" + line));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("no signature", "text\n\n"),
                Arguments.of("no empty line", "text\n— name AAECAwQ=\n"),
                Arguments.of("no last line break", "text\n\n— name AAECAwQ="),
                Arguments.of("an empty line at its end", "text\n\n— name AAECAwQ=\n\n"),
                Arguments.of("a tab", "te\txt\n\n— name AAECAwQ=\n"),
                Arguments.of("a carriage return", "text\r\n\n— name AAECAwQ=\n"),
                Arguments.of("a null", "text\0\n\n— name AAECAwQ=\n"),
                Arguments.of("a hyphen for the dash", "text\n\n- name AAECAwQ=\n"),
                Arguments.of("no name", "text\n\n—  AAECAwQ=\n"),
                Arguments.of("a name with a space", "text\n\n— na me AAECAwQ=\n"),
                Arguments.of("a name with a space of Unicode", "text\n\n— na\u2003me AAECAwQ=\n"),
                Arguments.of("a name with a plus", "text\n\n— na+me AAECAwQ=\n"),
                Arguments.of("two spaces", "text\n\n— name  AAECAwQ=\n"),
                Arguments.of("a key id alone", "text\n\n— name AAECAw==\n"),
                Arguments.of("less than a key id", "text\n\n— name AAEC\n"),
                Arguments.of("base64 with loose bits", "text\n\n— name AAECAwR=\n"),
                Arguments.of("base64 without padding", "text\n\n— name AAECAwQ\n"),
                Arguments.of("base64 of the URL's alphabet", "text\n\n— name AAECAwQ_\n"),
                Arguments.of("base64 with padding in its middle", "text\n\n— name AAECAwQ=AAAA\n"),
                Arguments.of("words after the signature", "text\n\n— name AAECAwQ= more\n"),
                Arguments.of("a line that is none among signatures", "text\n\n— name AAECAwQ=\nmore\n"),
                Arguments.of("nothing", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void aNoteInAnyOtherFormIsRefused(String name, String note) {
        Refusal refusal = assertThrows(Refusal.class, () -> SignedNote.parse(note), name);
        assertEquals(ErrorCode.MALFORMED_ARGUMENT, refusal.code());
    }

    private static ByteString bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return ByteString.copyFrom(bytes);
    }
}
