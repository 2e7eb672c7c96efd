package uz.muhr.network.devnet.ledger;

import java.nio.ByteBuffer;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Where a transaction stands in the chain and what its validation gave. */
public record TransactionPlace(long block, int index, TxValidationCode code) {
    byte[] encoded() {
        return ByteBuffer.allocate(16)
                .putLong(block)
                .putInt(index)
                .putInt(code.getNumber())
                .array();
    }

    static TransactionPlace decode(byte[] encoded) {
        ByteBuffer buffer = ByteBuffer.wrap(encoded);
        return new TransactionPlace(buffer.getLong(), buffer.getInt(), TxValidationCode.forNumber(buffer.getInt()));
    }
}
