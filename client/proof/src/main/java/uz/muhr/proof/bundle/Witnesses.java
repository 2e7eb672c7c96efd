package uz.muhr.proof.bundle;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.refusal.Refusal;

/**
 * What a bundle may carry besides: the proof holds without it.
 *
 * @param timestamps tokens of time-stamping authorities (RFC 3161) over the ordered part
 * @param headers the hashes of the data of the blocks that follow the first of the bundle, one after the other
 */
public record Witnesses(List<ByteString> timestamps, Optional<ByteString> headers) {
    /** A bundle without any. */
    public static final Witnesses NONE = new Witnesses(List.of(), Optional.empty());

    /** One authority is enough; who asks several does not ask many. */
    public static final int MOST_TIMESTAMPS = 8;

    private static final int FORMAT = 1;

    /**
     * Refuses what cannot be.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public Witnesses {
        timestamps = List.copyOf(timestamps);
        if (timestamps.size() > MOST_TIMESTAMPS) {
            throw Refusal.malformed(
                    "A bundle may have at most " + MOST_TIMESTAMPS + " time stamps; it has " + timestamps.size() + ".");
        }
    }

    /**
     * One time stamp.
     *
     * @param token of an authority, DER
     */
    public static Witnesses stamped(byte[] token) {
        return new Witnesses(List.of(ByteString.copyFrom(token)), Optional.empty());
    }

    /**
     * The same with headers.
     *
     * @param hashes of the blocks' data, 32 bytes each, at least one
     */
    public Witnesses withHeaders(byte[] hashes) {
        return new Witnesses(timestamps, Optional.of(ByteString.copyFrom(hashes)));
    }

    boolean none() {
        return timestamps.isEmpty() && headers.isEmpty();
    }

    static Witnesses read(JsonElement json) {
        Members members = Members.of("\"witnesses\" of the bundle", json);
        members.format(FORMAT);
        Witnesses witnesses =
                new Witnesses(Text.messages(members, "timestamps"), members.optionalText("headers", Text::message));
        members.end();
        if (witnesses.none()) {
            throw Refusal.malformed("A bundle without witnesses has to leave \"witnesses\" out; it does not.");
        }
        return witnesses;
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.add("timestamps", Text.json(timestamps));
        headers.ifPresent(hashes -> json.add("headers", Text.json(hashes)));
        return json;
    }
}
