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

    /** Peers that have not committed the same blocks yet simulate different reads. */
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
        Optional<Refusal> refusal = texts(failure)
                .flatMap(text -> chaincodeMessage(text).stream())
                .flatMap(message -> Refusal.parse(message).stream())
                .findFirst();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (failure.getDetails().stream().anyMatch(detail -> detail.getMessage().contains(DISAGREEMENT))) {
            return new ConflictException("endorsers at different blocks");
        }
        return tooLarge(failure)
                ? new TooLargeException(failure)
                : new LedgerUnavailableException(sentence(peer, failure), failure);
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

    private static Optional<String> chaincodeMessage(String text) {
        int at = text.indexOf(CHAINCODE_SAID);
        return at < 0 ? Optional.empty() : Optional.of(text.substring(at + CHAINCODE_SAID.length()));
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
