package uz.muhr.contract;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import org.hyperledger.fabric.protos.peer.ChaincodeAdditionalParams;

/**
 * How many keys a peer takes in one message: peers from Fabric 3.1 say so in their READY, older ones say nothing. A message
 * that a peer does not know ends its stream, so none is sent that was not announced.
 *
 * @param reads keys in a read; 0 for none but single reads
 * @param writes records in a write; 0 for none but single writes
 */
record Announced(int reads, int writes) {
    static final Announced NOTHING = new Announced(0, 0);

    /** What the payload of a READY says. */
    static Announced in(ByteString ready) {
        try {
            ChaincodeAdditionalParams said = ChaincodeAdditionalParams.parseFrom(ready);
            return new Announced(
                    said.getUseGetMultipleKeys() ? Math.max(0, said.getMaxSizeGetMultipleKeys()) : 0,
                    said.getUseWriteBatch() ? Math.max(0, said.getMaxSizeWriteBatch()) : 0);
        } catch (InvalidProtocolBufferException e) {
            return NOTHING;
        }
    }
}
