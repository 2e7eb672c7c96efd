package uz.muhr.proof.checkpoint;

import com.google.protobuf.ByteString;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uz.muhr.protocol.refusal.Refusal;

/**
 * A signature line of a note: em dash, the key's name, base64 of what follows.
 *
 * @param keyId four bytes, which tell keys of one name apart
 * @param signature what the key's kind makes of it; at least one byte
 */
record NoteSignature(String name, ByteString keyId, ByteString signature) {
    static final int KEY_ID_BYTES = 4;

    /** A name holds no space of Unicode and no plus. */
    private static final Pattern LINE = Pattern.compile("— ([^\\s\\p{Z}+]+) ([A-Za-z0-9+/]+={0,2})");

    /** @throws Refusal MALFORMED_ARGUMENT when the line is none in the one form */
    static NoteSignature parse(String line) {
        Matcher matcher = LINE.matcher(line);
        if (matcher.matches()) {
            NoteSignature read = of(matcher.group(1), bytes(matcher.group(2)));
            if (read.line().equals(line)) {
                return read;
            }
        }
        throw Refusal.malformed(
                "A note's signature has to be a dash, a name and base64 of five bytes or more; one is not.");
    }

    private static NoteSignature of(String name, ByteString bytes) {
        int border = Math.min(KEY_ID_BYTES, bytes.size());
        return new NoteSignature(name, bytes.substring(0, border), bytes.substring(border));
    }

    NoteSignature {
        if (keyId.size() != KEY_ID_BYTES || signature.isEmpty()) {
            throw Refusal.malformed("A note's signature has to have five bytes or more; one has fewer.");
        }
    }

    private static ByteString bytes(String base64) {
        try {
            return ByteString.copyFrom(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed("A note's signature has to be in base64 (RFC 4648); one is not.");
        }
    }

    String line() {
        return "— " + name + " "
                + Base64.getEncoder().encodeToString(keyId.concat(signature).toByteArray());
    }
}
