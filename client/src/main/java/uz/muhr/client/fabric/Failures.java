package uz.muhr.client.fabric;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status.Code;
import java.security.ProviderException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.refusal.Refusal;

/** What a failed call of the SDK means. A contract's refusal arrives as text in the details alone. */
final class Failures {
    private static final String CHAINCODE_SAID = "chaincode response 500, ";

    private static final String DISAGREEMENT = "ProposalResponsePayloads do not match";

    /** As gRPC says it of a call, and an orderer of a transaction. */
    private static final List<String> TOO_LARGE = List.of("larger than max", "exceeds maximum allowed");

    private Failures() {}

    /**
     * Of an evaluation, an endorsement or a question for an outcome: nothing was sent to an orderer.
     *
     * @param peer the organisation whose peer was called
     */
    static RuntimeException ofCall(MspId peer, GatewayException failure) {
        Optional<Refusal> refusal =
                texts(failure).flatMap(text -> refusal(text).stream()).findFirst();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (disagreed(failure)) {
            return new LedgerUnavailableException(
                    "The peers of several organisations do not give one answer. Nothing was changed.", failure);
        }
        return tooLarge(failure)
                ? new TooLargeException(failure)
                : new LedgerUnavailableException(sentence(peer, failure), failure);
    }

    /**
     * Whether those that were to endorse a proposal may stand at different blocks, as they do for a moment after a commit: they
     * simulated different reads, or the others refused what the peer that was called did not.
     */
    static boolean ofOthersBehind(MspId peer, GatewayException failure) {
        List<ErrorDetail> refusing = failure.getDetails().stream()
                .filter(detail -> refusal(detail.getMessage()).isPresent())
                .toList();
        return refusing.isEmpty()
                ? disagreed(failure)
                : refusing.stream().noneMatch(detail -> detail.getMspId().equals(peer.value()));
    }

    private static boolean disagreed(GatewayException failure) {
        return failure.getDetails().stream()
                .anyMatch(detail -> detail.getMessage().contains(DISAGREEMENT));
    }

    /** Whether it failed for its size alone, so that less in one may pass. */
    static boolean tooLarge(GatewayException failure) {
        return texts(failure).anyMatch(text -> TOO_LARGE.stream().anyMatch(text::contains));
    }

    /** Whether a failed call speaks of an organisation's peers: in its text, or as those who did not answer. */
    static boolean names(LedgerUnavailableException failure, MspId organisation) {
        return failure.getCause() instanceof GatewayException call
                && (texts(call).anyMatch(text -> text.contains(organisation.value()))
                        || call.getDetails().stream()
                                .anyMatch(detail -> detail.getMspId().equals(organisation.value())));
    }

    private static Stream<String> texts(GatewayException failure) {
        return Stream.concat(
                failure.getDetails().stream().map(ErrorDetail::getMessage),
                Stream.ofNullable(failure.getStatus().getDescription()));
    }

    /** What the user's key did not sign was not sent; a token that was taken out may come back. */
    static LedgerUnavailableException unsigned(ProviderException fault) {
        return new LedgerUnavailableException(
                "The user's private key does not sign: " + fault.getMessage() + ". Is its token there?", fault);
    }

    static LedgerUnavailableException notUnderstood(InvalidProtocolBufferException fault) {
        return new LedgerUnavailableException("The peer's answer could not be read.", fault);
    }

    static LedgerUnavailableException invalid(TxValidationCode code) {
        return new LedgerUnavailableException(
                "The network did not accept the transaction (" + code.name() + ").",
                new IllegalStateException(code.name()));
    }

    private static Optional<Refusal> refusal(String text) {
        int at = text.indexOf(CHAINCODE_SAID);
        return at < 0 ? Optional.empty() : Refusal.parse(text.substring(at + CHAINCODE_SAID.length()));
    }

    private static String sentence(MspId peer, GatewayException failure) {
        Code code = failure.getStatus().getCode();
        List<String> details =
                failure.getDetails().stream().map(ErrorDetail::getMessage).toList();
        return switch (code) {
            case UNAVAILABLE ->
                peer + "'s peer cannot be reached, or cannot reach others (" + code + "). Is the network up?";
            case DEADLINE_EXCEEDED -> peer + "'s peer did not answer in time.";
            default ->
                peer + "'s peer did not take the call (" + code + "): "
                        + (details.isEmpty() ? failure.getStatus().getDescription() : String.join("; ", details));
        };
    }
}
