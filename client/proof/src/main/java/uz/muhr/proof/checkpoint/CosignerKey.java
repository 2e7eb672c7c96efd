package uz.muhr.proof.checkpoint;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import uz.muhr.proof.message.Digest;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.refusal.Refusal;

/**
 * The key of an organisation's client as a cosigner of notes: ECDSA on P-256 over SHA-256, as it signs transactions.
 *
 * <p>The signature holds the time (seconds since 1970, eight bytes, the highest first), then the ECDSA signature in DER, as
 * c2sp.org/tlog-cosignature does with Ed25519. What is signed can be no transaction of Fabric's: those hold bytes below
 * U+0020 other than line breaks, and this holds none.
 *
 * @param certificate X.509, DER
 */
record CosignerKey(String channel, MspId organisation, ByteString certificate) {
    /** Of a kind that C2SP has assigned no byte: 0xff, then words of our own. */
    private static final ByteString KIND = ByteString.copyFrom(new byte[] {(byte) 0xff})
            .concat(ByteString.copyFromUtf8("muhr-cosignature-ecdsa-p256/v1"));

    private static final ByteString LINE_BREAK = ByteString.copyFromUtf8("\n");

    /** The organisation that a key's name is of; empty when it is no name of ours. */
    static Optional<MspId> organisation(String channel, String name) {
        String before = "muhr/" + channel + "/";
        try {
            return name.startsWith(before) ? Optional.of(new MspId(name.substring(before.length()))) : Optional.empty();
        } catch (Refusal noOrganisation) {
            return Optional.empty();
        }
    }

    String name() {
        return "muhr/" + channel + "/" + organisation;
    }

    /** By it a signature is known to be of this certificate: c2sp.org/signed-note, "Signatures". */
    ByteString id() {
        return ByteString.copyFrom(
                        Digest.of(ByteString.copyFrom(name(), StandardCharsets.UTF_8), LINE_BREAK, KIND, certificate))
                .substring(0, NoteSignature.KEY_ID_BYTES);
    }

    /** What is signed. The name and the time are in it, so neither can be put in another's place. */
    ByteString message(Instant time, String text) {
        return ByteString.copyFromUtf8(
                "muhr-cosignature/v1\ncosigner " + name() + "\ntime " + time.getEpochSecond() + "\n" + text);
    }

    NoteSignature signature(Instant time, byte[] ecdsa) {
        ByteString seconds = ByteString.copyFrom(
                ByteBuffer.allocate(Long.BYTES).putLong(time.getEpochSecond()).array());
        return new NoteSignature(name(), id(), seconds.concat(ByteString.copyFrom(ecdsa)));
    }
}
