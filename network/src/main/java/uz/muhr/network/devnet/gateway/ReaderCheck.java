package uz.muhr.network.devnet.gateway;

import com.google.protobuf.ByteString;
import com.google.rpc.Code;
import uz.muhr.network.devnet.msp.InvalidIdentityException;

/** Whether a signed request comes from a member of the channel's organisations, who all may read. */
final class ReaderCheck {
    private final Channel channel;

    ReaderCheck(Channel channel) {
        this.channel = channel;
    }

    /** Throws PERMISSION_DENIED with the texts of Fabric's policy checker. */
    void require(String channelName, ByteString identity, ByteString signature, ByteString request) {
        if (!channelName.equals(channel.name())) {
            throw Errors.of(Code.PERMISSION_DENIED, "Failed to get policy manager for channel [" + channelName + "]");
        }
        try {
            if (channel.members().identity(identity).signed(signature, request)) {
                return;
            }
        } catch (InvalidIdentityException e) {
            throw denied();
        }
        throw denied();
    }

    private RuntimeException denied() {
        return Errors.of(
                Code.PERMISSION_DENIED,
                "Failed evaluating policy on signed data during check policy on channel [" + channel.name()
                        + "] with policy [/Channel/Application/Readers]: [implicit policy evaluation failed - 0"
                        + " sub-policies were satisfied, but this policy requires 1 of the 'Readers' sub-policies to"
                        + " be satisfied]");
    }
}
