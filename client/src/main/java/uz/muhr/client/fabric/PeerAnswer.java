package uz.muhr.client.fabric;

import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.verdict.Reason;

/** What became of asking one peer among several. */
public sealed interface PeerAnswer<T> {
    /** The organisation whose peer it is. */
    MspId peer();

    /** It answered. */
    record Given<T>(MspId peer, T value) implements PeerAnswer<T> {}

    /**
     * It gave nothing that can be used.
     *
     * @param why LEDGER_UNREACHABLE or LEDGER_CONTRADICTORY
     */
    record Missing<T>(MspId peer, Reason why) implements PeerAnswer<T> {}
}
