package uz.muhr.network.devnet.gateway;

import com.google.protobuf.Any;
import com.google.rpc.Code;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import uz.muhr.network.devnet.endorsement.Peer;

/** Errors as Fabric's gateway states them: a code, a sentence, and one detail for each node that failed. */
final class Errors {
    private Errors() {}

    static StatusRuntimeException of(Code code, String message) {
        return of(code, message, List.of());
    }

    static StatusRuntimeException of(Code code, String message, List<ErrorDetail> details) {
        Status.Builder status = Status.newBuilder().setCode(code.getNumber()).setMessage(message);
        details.forEach(detail -> status.addDetails(Any.pack(detail, "type.googleapis.com")));
        return StatusProto.toStatusRuntimeException(status.build());
    }

    static ErrorDetail detail(Peer peer, String message) {
        return ErrorDetail.newBuilder()
                .setAddress(peer.address())
                .setMspId(peer.mspId())
                .setMessage(message)
                .build();
    }

    /** The error to send for a failed future: the gateway's own, or an internal one that says no more than its kind. */
    static StatusRuntimeException of(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof StatusRuntimeException known
                ? known
                : of(Code.INTERNAL, "the devnet failed: " + cause.getClass().getSimpleName());
    }
}
