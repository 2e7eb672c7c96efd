package uz.muhr.proof.block;

import com.google.protobuf.ByteString;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.check.Checks;
import uz.muhr.proof.message.OneForm;

/**
 * A transaction as it stands in a block, whatever it is. Every envelope of a block is looked at: the data hash knows no
 * borders between them, so merged, split or empty ones would shift the places of the others.
 *
 * @param signature its creator's, over the payload's bytes; empty for a channel's first configuration alone
 */
public record BlockEnvelope(
        ByteString payloadText, Payload payload, ChannelHeader channelHeader, ByteString signature) {
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
        OneForm form = new OneForm(checks, Check.ENVELOPE_FORM);
        Envelope envelope = form.read(Envelope.parser(), bytes, "an envelope");
        checks.require(
                Check.ENVELOPE_FORM,
                !envelope.getPayload().isEmpty(),
                () -> "Each envelope in a block has to hold a transaction; one holds none.");
        Payload payload = form.read(Payload.parser(), envelope.getPayload(), "a payload");
        ChannelHeader header = form.read(
                ChannelHeader.parser(), payload.getHeader().getChannelHeader(), "a transaction's channel header");
        requireChannel(header, channel, checks);
        return new BlockEnvelope(envelope.getPayload(), payload, header, envelope.getSignature());
    }

    /** The header of a block does not name its channel, so each transaction has to. */
    public static void requireChannel(ChannelHeader header, String channel, Checks checks) {
        checks.require(
                Check.CHANNEL,
                "the trust file",
                header.getChannelId().equals(channel),
                () -> "Each transaction has to be of channel " + channel + "; one is of another.");
    }
}
