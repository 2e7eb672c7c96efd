package uz.muhr.client;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.gateway.SubmitResponse;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import uz.muhr.protocol.commitment.Commitment;

/** As though another transaction came first whenever one content is to be written: what holds it is ordered, and invalid. */
public final class LostRace {
    private final String content;
    private final Set<String> lost = ConcurrentHashMap.newKeySet();

    private LostRace(Commitment content) {
        this.content = content.hex();
    }

    /** Has this peer say so from now on. */
    public static void of(StandInPeer peer, Commitment content) {
        LostRace race = new LostRace(content);
        peer.decide("Submit", race::submit);
        peer.decide("CommitStatus", race::status);
    }

    private byte[] submit(byte[] request, UnaryOperator<byte[]> passedOn) {
        if (!new String(request, StandardCharsets.ISO_8859_1).contains(content)) {
            return passedOn.apply(request);
        }
        try {
            lost.add(SubmitRequest.parseFrom(request).getTransactionId());
            return SubmitResponse.getDefaultInstance().toByteArray();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] status(byte[] request, UnaryOperator<byte[]> passedOn) {
        try {
            CommitStatusRequest asked = CommitStatusRequest.parseFrom(
                    SignedCommitStatusRequest.parseFrom(request).getRequest());
            return lost.contains(asked.getTransactionId())
                    ? CommitStatusResponse.newBuilder()
                            .setResult(TxValidationCode.MVCC_READ_CONFLICT)
                            .build()
                            .toByteArray()
                    : passedOn.apply(request);
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }
}
