package uz.muhr.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.function.Executable;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** What tests say about refusals. */
public final class Refusals {
    /** No sentence may grow with what was sent. */
    private static final int LONGEST = 400;

    private Refusals() {}

    /** It is refused with the code; the message is one printable line that does not repeat long input. */
    public static Refusal assertRefused(ErrorCode code, Executable attempt) {
        Refusal refusal = assertThrows(Refusal.class, attempt);
        assertEquals(code, refusal.code(), refusal.getMessage());
        assertSpeaksPlainly(refusal);
        return refusal;
    }

    public static void assertMalformed(Executable attempt) {
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, attempt);
    }

    /** It is refused for the reason that the sentence names. */
    public static void assertRefused(ErrorCode code, String says, Executable attempt) {
        String sentence = assertRefused(code, attempt).sentence();
        assertTrue(sentence.contains(says), () -> "\"" + sentence + "\" does not say \"" + says + "\"");
    }

    public static void assertSpeaksPlainly(Refusal refusal) {
        String message = refusal.code() + ": " + refusal.sentence();
        assertTrue(message.length() <= LONGEST, () -> "a message of " + message.length() + " characters");
        assertTrue(
                message.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT),
                () -> "a control character in: " + message);
        assertTrue(message.endsWith("."), () -> "no sentence: " + message);
    }
}
