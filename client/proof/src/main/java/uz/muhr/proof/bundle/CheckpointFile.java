package uz.muhr.proof.bundle;

import com.google.gson.JsonObject;
import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.List;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.refusal.Refusal;

/**
 * A checkpoint with what is needed to see, beside a trust file, who cosigned it.
 *
 * @param note the signed note itself
 * @param certificates of those who cosigned it (X.509, DER), one for each signature that counts
 * @param configurations as in a {@link ProofBundle}
 */
public record CheckpointFile(String note, List<ByteString> certificates, List<ByteString> configurations) {
    /** How a checkpoint is labelled where it is sent. */
    public static final String MEDIA_TYPE = "application/vnd.muhr.checkpoint+json";

    /** The largest file that is read, in bytes. A configuration of four organisations takes some 90 kB. */
    public static final int MAX_BYTES = 16 << 20;

    private static final int FORMAT = 1;
    private static final String WHAT = "The checkpoint";

    public CheckpointFile {
        certificates = List.copyOf(certificates);
        configurations = List.copyOf(configurations);
    }

    /**
     * Reads a file. What the note says is not looked at.
     *
     * @throws Refusal MALFORMED_ARGUMENT when it is not in the one form
     */
    public static CheckpointFile parse(byte[] file) {
        Members members = Text.object(WHAT, file, MAX_BYTES);
        members.format(FORMAT);
        CheckpointFile checkpoint = new CheckpointFile(
                members.text("note"), Text.messages(members, "certificates"), Text.messages(members, "configurations"));
        members.end();
        return checkpoint;
    }

    /** The file's bytes. */
    public byte[] write() {
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.addProperty("note", note);
        json.add("certificates", Text.json(certificates));
        json.add("configurations", Text.json(configurations));
        return CanonicalJson.write(json).getBytes(StandardCharsets.UTF_8);
    }
}
