package uz.muhr.contract;

import com.google.protobuf.ByteString;
import java.util.List;
import org.hyperledger.fabric.protos.peer.WriteRecord;
import org.hyperledger.fabric.shim.ChaincodeStub;

/**
 * Reads and writes of many keys in one transaction. Which messages carry them is the peer's matter: what is read and
 * written is the same.
 */
interface ManyKeys {
    /** The committed values, in the order of the keys; no bytes for a key that is not there. */
    List<ByteString> read(List<String> keys);

    /** Values and policies of keys. */
    void write(List<WriteRecord> records);

    /** What a stub offers: batches where its server has them, single messages otherwise. */
    static ManyKeys of(ChaincodeStub stub) {
        return stub instanceof ManyKeys batches ? batches : new SingleMessages(stub);
    }
}
