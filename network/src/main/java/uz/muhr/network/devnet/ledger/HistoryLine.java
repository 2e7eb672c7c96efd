package uz.muhr.network.devnet.ledger;

import java.nio.ByteBuffer;
import org.hyperledger.fabric.protos.ledger.queryresult.KeyModification;

/** One change of a key, as the history query answers it. */
public record HistoryLine(StateKey key, Version version, KeyModification modification) {
    static final int SUFFIX = 13;

    /** The key, a zero byte and the complement of the version, so that newer changes come first. */
    byte[] encodedKey() {
        byte[] prefix = key.encoded();
        return ByteBuffer.allocate(prefix.length + SUFFIX)
                .put(prefix)
                .put((byte) 0)
                .putLong(~version.block())
                .putInt(~version.transaction())
                .array();
    }
}
