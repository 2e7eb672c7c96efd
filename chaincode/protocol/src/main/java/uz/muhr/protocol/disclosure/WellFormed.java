package uz.muhr.protocol.disclosure;

import java.nio.charset.StandardCharsets;

/** Text without halves of surrogate pairs, which UTF-8 cannot write. */
final class WellFormed {
    private WellFormed() {}

    static boolean is(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
