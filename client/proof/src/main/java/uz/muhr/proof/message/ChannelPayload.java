package uz.muhr.proof.message;

import com.google.protobuf.ByteString;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Payload;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.check.Checks;

/**
 * What a creator signs, of the trusted channel ({@code common.Payload}).
 *
 * @param text its bytes
 */
public record ChannelPayload(ByteString text, Payload payload, ChannelHeader channelHeader) {
    /**
     * Reads it. The header of a block does not name its channel, so each payload has to.
     *
     * @param form the check that fails when the bytes are not in the one form
     */
    public static ChannelPayload read(ByteString bytes, String channel, Check form, Checks checks) {
        OneForm one = new OneForm(checks, form);
        Payload payload = one.read(Payload.parser(), bytes, "a payload");
        ChannelHeader header =
                one.read(ChannelHeader.parser(), payload.getHeader().getChannelHeader(), "a channel header");
        checks.require(
                Check.CHANNEL,
                "the trust file",
                header.getChannelId().equals(channel),
                () -> "Each transaction has to be of channel " + channel + "; one is of another.");
        return new ChannelPayload(bytes, payload, header);
    }
}
