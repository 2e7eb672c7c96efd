package uz.muhr.proof.bundle;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.Refusal;

/** How both files are written: canonical JSON (RFC 8785) in UTF-8, bytes in base64 (RFC 4648 section 4). */
final class Text {
    private Text() {}

    /**
     * The object that a file holds.
     *
     * @param most how many bytes it may have
     * @throws Refusal MALFORMED_ARGUMENT
     */
    static Members object(String what, byte[] file, int most) {
        if (file.length > most) {
            throw Refusal.malformed(what + " may have at most " + most + " bytes; it has " + file.length + ".");
        }
        String text = new String(file, StandardCharsets.UTF_8);
        // What is no UTF-8 is read as U+FFFD, and written as other bytes.
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), file)) {
            throw Refusal.malformed(what + " has to be UTF-8 text; it is not.");
        }
        return StrictJson.canonicalObject(what, text, most);
    }

    static List<ByteString> messages(Members members, String name) {
        return members.list(name, item -> Members.text("An item of \"" + name + "\"", item, Text::message));
    }

    /** Other encodings of the same bytes are refused, so that no character of a file is without effect. */
    static ByteString message(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (bytes.length > 0 && Base64.getEncoder().encodeToString(bytes).equals(base64)) {
                return ByteString.copyFrom(bytes);
            }
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed("A message has to be in base64 (RFC 4648); it is not.");
        }
        throw Refusal.malformed("A message has to be in the one form of base64 (RFC 4648), and not empty; it is not.");
    }

    static JsonArray json(List<ByteString> messages) {
        JsonArray list = new JsonArray();
        messages.forEach(message -> list.add(json(message)));
        return list;
    }

    static JsonElement json(ByteString message) {
        return new JsonPrimitive(Base64.getEncoder().encodeToString(message.toByteArray()));
    }
}
