package uz.muhr.network.devnet.gateway;

import com.google.rpc.Code;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import uz.muhr.network.devnet.ordering.Consenters;
import uz.muhr.network.devnet.ordering.Refusal;

/** Hands a signed transaction to the orderers. */
final class Submitting {
    private final Channel channel;

    Submitting(Channel channel) {
        this.channel = channel;
    }

    /** Returns when the orderers have taken the transaction; otherwise throws a StatusRuntimeException. */
    void submit(SubmitRequest request) {
        if (!request.hasPreparedTransaction()) {
            throw Errors.of(Code.INVALID_ARGUMENT, "a prepared transaction is required");
        }
        if (request.getPreparedTransaction().getSignature().isEmpty()) {
            throw Errors.of(Code.INVALID_ARGUMENT, "prepared transaction must be signed");
        }
        if (!request.getChannelId().equals(channel.name())) {
            throw Errors.of(Code.FAILED_PRECONDITION, Evaluating.noConfig(request.getChannelId()));
        }
        Optional<Refusal> refusal = channel.ordering().submit(request.getPreparedTransaction());
        if (refusal.isPresent()) {
            throw Errors.of(
                    Code.UNAVAILABLE,
                    "insufficient number of orderers could successfully process transaction to satisfy quorum"
                            + " requirement",
                    details(refusal.get()));
        }
    }

    /** A gateway gives up with the first answer that makes a quorum impossible, so this many orderers are named. */
    private List<ErrorDetail> details(Refusal refusal) {
        int orderers = channel.consenters().count();
        String message =
                "received unsuccessful response from orderer: status=" + refusal.status() + ", info=" + refusal.info();
        return IntStream.rangeClosed(0, orderers - Consenters.quorum(orderers))
                .mapToObj(i -> ErrorDetail.newBuilder()
                        .setAddress(channel.ordererAddresses().get(i))
                        .setMspId(channel.consenters().mspId(i))
                        .setMessage(message)
                        .build())
                .toList();
    }
}
