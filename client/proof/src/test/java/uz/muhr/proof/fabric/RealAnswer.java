package uz.muhr.proof.fabric;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;

/** What a gateway made of an endorsed proposal that was never submitted. */
final class RealAnswer {
    private RealAnswer() {}

    /** As it stands in a bundle. */
    static ByteString payload(String file) {
        try {
            PreparedTransaction prepared = PreparedTransaction.parseFrom(RealNetwork.bytes(file));
            assertTrue(prepared.getEnvelope().getSignature().isEmpty());
            return prepared.getEnvelope().getPayload();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
