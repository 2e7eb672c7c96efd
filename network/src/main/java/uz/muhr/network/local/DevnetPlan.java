package uz.muhr.network.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uz.muhr.network.devnet.HostedChaincode;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.local.PortsInUse.Need;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;

/** Which chaincode servers run beside the devnet, and on which ports everything listens. */
final class DevnetPlan {
    private static final String LOOPBACK = "127.0.0.1:";

    private DevnetPlan() {}

    /**
     * One line for each server, parted by spaces: the server's name, the organisation's peer, where the server listens,
     * what it registers as and, for a chaincode that is not the network's own, its jar. The servers of another chaincode
     * are called ORGANISATION-CHAINCODE.
     */
    static List<String> lines(Topology topology, NetworkHome home) {
        List<String> lines = new ArrayList<>();
        for (Organisation organisation : topology.organisations()) {
            lines.add(String.join(
                    " ",
                    organisation.name(),
                    PeerGateway.address(organisation),
                    LOOPBACK + organisation.ports().chaincode(),
                    id(topology.chaincode())));
        }
        for (HostedChaincode other : HostedChaincode.others(home)) {
            for (Organisation organisation : topology.organisations()) {
                lines.add(String.join(
                        " ",
                        organisation.name() + "-" + other.name(),
                        PeerGateway.address(organisation),
                        LOOPBACK + other.port(organisation),
                        id(other.name()),
                        other.jar()));
            }
        }
        return lines;
    }

    /** The name and version under which a chaincode registers with a peer. */
    private static String id(String chaincode) {
        return chaincode + ":1";
    }

    /** Every port, with the process that listens there; those of other chaincodes only when the home is to be kept. */
    static Stream<Need> ports(Topology topology, NetworkHome home, boolean fresh) {
        List<HostedChaincode> others = fresh ? List.of() : HostedChaincode.others(home);
        return topology.organisations().stream()
                .flatMap(organisation -> Stream.concat(
                        Stream.of(
                                new Need(organisation.ports().peer(), "devnet", "peer of " + organisation.name()),
                                new Need(
                                        organisation.ports().chaincode(),
                                        "chaincode-" + organisation.name(),
                                        "chaincode of " + organisation.name())),
                        others.stream()
                                .map(other -> new Need(
                                        other.port(organisation),
                                        "chaincode-" + organisation.name() + "-" + other.name(),
                                        "chaincode " + other.name() + " of " + organisation.name()))));
    }

    /**
     * Keeps other chaincodes to run beside the network's own.
     *
     * @throws NetworkException when a jar is not there, or a name is the network's own chaincode's
     */
    static void addChaincodes(Topology topology, NetworkHome home, Map<String, Path> chaincodes) {
        chaincodes.forEach((name, jar) -> {
            if (name.equals(topology.chaincode())) {
                throw new NetworkException(
                        "The name " + name + " is this network's own chaincode's; give the other one another name.");
            }
            if (!Files.isRegularFile(jar)) {
                throw new NetworkException("The chaincode server " + jar + " is not there; name another jar.");
            }
            try {
                HostedChaincode.add(topology.withChaincode(name), home, name, jar);
            } catch (IOException e) {
                throw new NetworkException("The chaincode " + name + " cannot be kept: " + e.getMessage(), e);
            }
        });
    }

    /** The network as the client of each chaincode sees it, the network's own first. */
    static List<Topology> chaincodes(Topology topology, NetworkHome home) {
        return Stream.concat(
                        Stream.of(topology),
                        HostedChaincode.others(home).stream().map(other -> topology.withChaincode(other.name())))
                .toList();
    }
}
