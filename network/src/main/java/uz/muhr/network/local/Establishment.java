package uz.muhr.network.local;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;

/** The ledger's first entry: who the members are, and who may issue what from when on. Made once per network. */
final class Establishment {
    private static final String CONTRACT = "network";
    private static final String FUNCTION = "establish";
    private static final String DONE = "ALREADY_ESTABLISHED";
    private static final String FAILED = "The network could not be established";
    private static final int ATTEMPTS = 3;
    /** A gateway that has just started may not have found enough other peers yet. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Establishment() {}

    /**
     * Submits it as the first registrar that the topology names; does nothing on a network that has it.
     *
     * @throws NetworkException when the contract refuses, or the outcome cannot be learnt
     */
    static void establish(Topology topology, NetworkHome home) {
        Registrar registrar = topology.organisations().stream()
                .flatMap(organisation -> Registrar.of(home, organisation).stream())
                .findFirst()
                .orElseThrow(() -> new NetworkException(
                        "No organisation has a registrar, who must establish the network; give one a user with the role"
                                + " registrar."));
        try (PeerGateway peer = registrar.open(topology, home)) {
            // One that was committed though nobody heard of it is answered with DONE the next time.
            Optional<String> refusal = new Retry(PATIENCE)
                    .until(FAILED, () -> submit(peer, argument(topology)))
                    .filter(answer -> !answer.startsWith(DONE));
            if (refusal.isPresent()) {
                throw new NetworkException(FAILED + ": " + refusal.get());
            }
        }
    }

    /** Canonical JSON: members by name, authorities by issuer then type, organisations by MSP id, no white space. */
    static String argument(Topology topology) {
        String from =
                DateTimeFormatter.ISO_INSTANT.format(topology.authoritySince().atStartOfDay(ZoneOffset.UTC));
        JsonArray authorities = new JsonArray();
        JsonArray organisations = new JsonArray();
        topology.organisations().stream()
                .sorted(Comparator.comparing(Organisation::mspId))
                .forEach(organisation -> {
                    organisations.add(organisation.mspId());
                    organisation.issues().stream().sorted().forEach(type -> {
                        JsonObject authority = new JsonObject();
                        authority.addProperty("from", from);
                        authority.addProperty("issuer", organisation.mspId());
                        authority.addProperty("type", type);
                        authorities.add(authority);
                    });
                });
        JsonObject argument = new JsonObject();
        argument.add("authorities", authorities);
        argument.add("organisations", organisations);
        return argument.toString();
    }

    /** Answers the reason when it is refused for good; fails when the contract was not heard, and so may be asked again. */
    private static Optional<String> submit(PeerGateway peer, String argument) {
        for (int attempt = 1; ; attempt++) {
            try {
                peer.dialAgain();
                peer.contract(CONTRACT).submitTransaction(FUNCTION, argument);
                return Optional.empty();
            } catch (GatewayException e) {
                return Optional.of(
                        ChaincodeAnswer.of(e).orElseThrow(() -> new NetworkException(OrganisationStatus.reason(e), e)));
            } catch (CommitException e) {
                // Somebody else's establishment came first; the next proposal sees it.
                if (e.getCode() != TxValidationCode.MVCC_READ_CONFLICT || attempt == ATTEMPTS) {
                    return Optional.of(String.valueOf(e.getMessage()));
                }
            }
        }
    }
}
