package uz.muhr.proof.checkpoint;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import uz.muhr.proof.bundle.CheckpointFile;
import uz.muhr.proof.message.Digest;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.refusal.Refusal;

/** One organisation's client about to put its signature under a checkpoint. Whether it should is not decided here. */
public final class Cosigning {
    private final CosignerKey key;
    private final Instant time;

    /**
     * Makes ready to sign.
     *
     * @param certificate of the client, X.509 in DER; its key is on P-256
     * @param time of the signature; fractions of a second are dropped
     */
    public Cosigning(String channel, MspId organisation, byte[] certificate, Instant time) {
        this.key = new CosignerKey(channel, organisation, ByteString.copyFrom(certificate));
        this.time = time;
    }

    /** What has to be signed: SHA-256 of the message. */
    public byte[] digest(Checkpoint checkpoint) {
        return Digest.of(key.message(time, checkpoint.text()));
    }

    /**
     * A file with the first signature.
     *
     * @param signature over {@link #digest}, ECDSA in DER with the lower s
     */
    public CheckpointFile first(Checkpoint checkpoint, byte[] signature, List<ByteString> configurations) {
        SignedNote note = new SignedNote(checkpoint.text(), List.of(key.signature(time, signature)));
        return new CheckpointFile(note.write(), List.of(key.certificate()), configurations);
    }

    /**
     * The file with one signature more.
     *
     * @param signature over {@link #digest}, ECDSA in DER with the lower s
     * @param configurations that take the place of the file's
     * @throws Refusal MALFORMED_ARGUMENT when the organisation has signed already
     */
    public CheckpointFile more(CheckpointFile file, byte[] signature, List<ByteString> configurations) {
        SignedNote note = SignedNote.parse(file.note());
        if (note.signatures().stream().anyMatch(known -> known.name().equals(key.name()))) {
            throw Refusal.malformed(key.organisation() + " has cosigned this checkpoint already.");
        }
        return new CheckpointFile(
                note.with(key.signature(time, signature)).write(),
                Stream.concat(file.certificates().stream(), Stream.of(key.certificate()))
                        .toList(),
                configurations);
    }
}
