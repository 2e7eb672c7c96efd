package uz.muhr.client.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import uz.muhr.client.web.problem.ProblemCode;
import uz.muhr.client.web.problem.RefusedRequest;
import uz.muhr.protocol.refusal.Refusal;

/** Text from a request, read no further than it may be long. */
final class BoundedText {
    private BoundedText() {}

    /**
     * The UTF-8 text that a stream holds.
     *
     * @param what names it in the refusal
     * @param most the most bytes it may have
     * @throws RefusedRequest TOO_LARGE
     * @throws Refusal MALFORMED_ARGUMENT when it is not UTF-8
     * @throws IOException when it breaks off
     */
    static String read(String what, int most, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(most + 1);
        if (bytes.length > most) {
            throw new RefusedRequest(
                    ProblemCode.TOO_LARGE, what + " may have at most " + most + " bytes; it has more.");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.malformed(what + " has to be UTF-8 text; it is not.");
        }
    }
}
