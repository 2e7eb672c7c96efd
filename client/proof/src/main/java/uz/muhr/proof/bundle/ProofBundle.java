package uz.muhr.proof.bundle;

import com.google.gson.JsonObject;
import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.List;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.refusal.Refusal;

/**
 * Everything that shows, beside a trust file, what became of some documents. Documents share what they have in common:
 * blocks stand once.
 *
 * @param configurations blocks of later configurations than the pinned one, oldest first ({@code common.Block} with the
 *     orderers' signatures)
 * @param blocks those that hold the documents' transactions, oldest first (the same)
 * @param answers one for each document: the endorsed answer to {@code document:attest} ({@code common.Payload})
 * @param witnesses what it carries besides; nothing of it is needed for the proof
 */
public record ProofBundle(
        List<ByteString> configurations, List<ByteString> blocks, List<ByteString> answers, Witnesses witnesses) {
    /** How a bundle is labelled where it is sent. */
    public static final String MEDIA_TYPE = "application/vnd.muhr.proof+json";

    /** The largest file that is read, in bytes. A thousand documents take some 10 MB. */
    public static final int MAX_BYTES = 64 << 20;

    private static final int FORMAT = 1;
    private static final String WHAT = "The bundle";

    public ProofBundle {
        configurations = List.copyOf(configurations);
        blocks = List.copyOf(blocks);
        answers = List.copyOf(answers);
    }

    /** Without witnesses. */
    public ProofBundle(List<ByteString> configurations, List<ByteString> blocks, List<ByteString> answers) {
        this(configurations, blocks, answers, Witnesses.NONE);
    }

    /** The same proof with these witnesses. */
    public ProofBundle with(Witnesses other) {
        return new ProofBundle(configurations, blocks, answers, other);
    }

    /**
     * Reads a file.
     *
     * @throws Refusal MALFORMED_ARGUMENT when it is not in the one form
     */
    public static ProofBundle parse(byte[] file) {
        Members members = Text.object(WHAT, file, MAX_BYTES);
        members.format(FORMAT);
        ProofBundle bundle = new ProofBundle(
                Text.messages(members, "configurations"),
                Text.messages(members, "blocks"),
                Text.messages(members, "answers"),
                members.optional("witnesses", Witnesses::read).orElse(Witnesses.NONE));
        members.end();
        return bundle;
    }

    /** The file's bytes. */
    public byte[] write() {
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.add("configurations", Text.json(configurations));
        json.add("blocks", Text.json(blocks));
        json.add("answers", Text.json(answers));
        if (!witnesses.none()) {
            json.add("witnesses", witnesses.json());
        }
        return CanonicalJson.write(json).getBytes(StandardCharsets.UTF_8);
    }
}
