package uz.muhr.network.local;

import java.util.Optional;
import java.util.stream.Stream;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;

/**
 * The chaincode's own words inside a failed call. Fabric puts them after "chaincode response STATUS, ": into the
 * status's text when evaluating, into its details when endorsing.
 */
public final class ChaincodeAnswer {
    private static final String MARK = "chaincode response ";

    private ChaincodeAnswer() {}

    /** The message, such as {@code ALREADY_ESTABLISHED: ...}, or empty when the failure was not the chaincode's. */
    public static Optional<String> of(GatewayException failure) {
        String description = failure.getStatus().getDescription();
        return Stream.concat(
                        Stream.ofNullable(description),
                        failure.getDetails().stream().map(ErrorDetail::getMessage))
                .flatMap(text -> message(text).stream())
                .findFirst();
    }

    static Optional<String> message(String text) {
        int mark = text.indexOf(MARK);
        int comma = mark < 0 ? -1 : text.indexOf(", ", mark);
        return comma < 0 ? Optional.empty() : Optional.of(text.substring(comma + 2));
    }
}
