package uz.muhr.proof.block;

import com.google.protobuf.ByteString;
import org.hyperledger.fabric.protos.common.Envelope;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.check.Checks;
import uz.muhr.proof.message.ChannelPayload;
import uz.muhr.proof.message.OneForm;

/**
 * A transaction as it stands in a block, whatever it is. Every envelope of a block is looked at: the data hash knows no
 * borders between them, so merged, split or empty ones would shift the places of the others.
 *
 * @param signature its creator's, over the payload's bytes; empty for a channel's first configuration alone
 */
public record BlockEnvelope(ChannelPayload payload, ByteString signature) {
    /** Reads an envelope that somebody signed; whether rightly is asked of those alone that count. */
    public static BlockEnvelope signed(ByteString bytes, String channel, Checks checks) {
        BlockEnvelope envelope = pinned(bytes, channel, checks);
        checks.require(
                Check.ENVELOPE_FORM,
                !envelope.signature.isEmpty(),
                () -> "Each transaction in a block has to be signed; one is not.");
        return envelope;
    }

    /** Reads the envelope of a block that is known by its hash. */
    public static BlockEnvelope pinned(ByteString bytes, String channel, Checks checks) {
        Envelope envelope = new OneForm(checks, Check.ENVELOPE_FORM).read(Envelope.parser(), bytes, "an envelope");
        checks.require(
                Check.ENVELOPE_FORM,
                !envelope.getPayload().isEmpty(),
                () -> "Each envelope in a block has to hold a transaction; one holds none.");
        return new BlockEnvelope(
                ChannelPayload.read(envelope.getPayload(), channel, Check.ENVELOPE_FORM, checks),
                envelope.getSignature());
    }
}
