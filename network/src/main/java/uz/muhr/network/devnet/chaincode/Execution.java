package uz.muhr.network.devnet.chaincode;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.concurrent.CompletableFuture;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.Response;
import uz.muhr.network.devnet.simulation.Simulation;

/** A transaction the chaincode is working on. */
record Execution(
        String transactionId, String chaincode, Simulation simulation, CompletableFuture<ChaincodeAnswer> answer) {
    private static final int ERROR_THRESHOLD = 400;

    /** Takes COMPLETED or ERROR. */
    void finish(ChaincodeMessage message) {
        if (message.getType() == ChaincodeMessage.Type.ERROR) {
            fail("transaction returned with failure: " + message.getPayload().toStringUtf8());
            return;
        }
        try {
            Response response = Response.parseFrom(message.getPayload());
            boolean kept = response.getStatus() < ERROR_THRESHOLD && message.hasChaincodeEvent();
            answer.complete(new ChaincodeAnswer(response, kept ? event(message) : ByteString.EMPTY));
        } catch (InvalidProtocolBufferException e) {
            fail("failed to unmarshal response for transaction " + transactionId + ": " + e.getMessage());
        }
    }

    /** The chaincode sets the name and the payload only. */
    private ByteString event(ChaincodeMessage message) {
        ChaincodeEvent set = message.getChaincodeEvent();
        return set.getEventName().isEmpty()
                ? ByteString.EMPTY
                : set.toBuilder()
                        .setChaincodeId(chaincode)
                        .setTxId(transactionId)
                        .build()
                        .toByteString();
    }

    void fail(String reason) {
        answer.completeExceptionally(new ChaincodeFailureException(reason));
    }
}
