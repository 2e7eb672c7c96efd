package uz.muhr.network.local;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.Contract;
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
    private static final int ATTEMPTS = 3;

    private Establishment() {}

    /**
     * Submits it as the first registrar that the topology names; does nothing on a network that has it.
     *
     * @return whether it was this call that established the network
     * @throws NetworkException when the contract refuses, or the outcome cannot be learnt
     */
    static boolean establish(Topology topology, NetworkHome home) {
        Registrar registrar = topology.organisations().stream()
                .flatMap(organisation -> Registrar.of(home, organisation).stream())
                .findFirst()
                .orElseThrow(() -> new NetworkException(
                        "No organisation has a registrar, who must establish the network; give one a user with the role"
                                + " registrar."));
        try (PeerGateway peer = registrar.open(topology, home)) {
            return submit(peer.contract(CONTRACT), argument(topology));
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

    private static boolean submit(Contract contract, String argument) {
        for (int attempt = 1; ; attempt++) {
            try {
                contract.submitTransaction(FUNCTION, argument);
                return true;
            } catch (GatewayException e) {
                String answer = ChaincodeAnswer.of(e).orElse("");
                if (answer.startsWith(DONE)) {
                    return false;
                }
                throw new NetworkException(
                        "The network could not be established: "
                                + (answer.isEmpty() ? OrganisationStatus.reason(e) : answer),
                        e);
            } catch (CommitException e) {
                // Somebody else's establishment came first; the next proposal sees it.
                if (e.getCode() != TxValidationCode.MVCC_READ_CONFLICT || attempt == ATTEMPTS) {
                    throw new NetworkException("The network could not be established: " + e.getMessage(), e);
                }
            }
        }
    }
}
