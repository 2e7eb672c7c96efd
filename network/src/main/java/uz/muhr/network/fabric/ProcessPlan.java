package uz.muhr.network.fabric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.local.PortsInUse.Need;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Ports;
import uz.muhr.network.topology.Topology;

/** Which processes a network on real Fabric consists of. */
final class ProcessPlan {
    private final Topology topology;
    private final NetworkHome home;
    private final FabricFolder folder;
    private final Releases releases;

    ProcessPlan(Topology topology, NetworkHome home) {
        this.topology = topology;
        this.home = home;
        this.folder = new FabricFolder(home);
        this.releases = new Releases(topology, folder);
    }

    /**
     * One line for each process, fields parted by tabs: {@code orderer PART CONFIGURATION PROGRAM}, {@code peer PART
     * CONFIGURATION PROGRAM TLS-FOLDER}, {@code chaincode PART ADDRESS PACKAGE-ID JAR TLS-FOLDER}, the last one being
     * {@code -} for a server that is called in the clear.
     */
    List<String> lines(Programs programs) {
        List<String> lines = new ArrayList<>();
        for (Organisation organisation : topology.organisations()) {
            lines.add(line(
                    "orderer", orderer(organisation), folder.orderer(organisation), programs.path(Programs.ORDERER)));
        }
        for (Organisation organisation : topology.organisations()) {
            lines.add(line(
                    "peer",
                    peer(organisation),
                    folder.peer(organisation),
                    programs.path(Programs.PEER),
                    home.peerTls(organisation).root()));
        }
        for (Release release : releases.all()) {
            for (Organisation organisation : topology.organisations()) {
                lines.add(line(
                        "chaincode",
                        release.process(organisation),
                        release.address(organisation),
                        ChaincodePackage.of(release, organisation).id(),
                        releases.jar(release),
                        release.tls() ? home.chaincodeTls(organisation).root() : "-"));
            }
        }
        return lines;
    }

    /** Every port, with the process that listens there. */
    Stream<Need> ports() {
        List<Release> kept = releases.all();
        return topology.organisations().stream().flatMap(organisation -> {
            if (kept.isEmpty()) {
                return ports(organisation, topology.chaincode());
            }
            Stream<Need> servers = kept.stream()
                    .map(release -> new Need(
                            release.port(organisation),
                            release.process(organisation),
                            "chaincode " + release.label() + " of " + organisation.name()));
            return Stream.concat(nodePorts(organisation), servers);
        });
    }

    /** The ports that the topology names for an organisation, with the processes that listen there first. */
    static Stream<Need> ports(Organisation organisation, String chaincode) {
        Need server = new Need(
                organisation.ports().chaincode(),
                new Release(chaincode, 1, true, Map.of()).process(organisation),
                "chaincode of " + organisation.name());
        return Stream.concat(nodePorts(organisation), Stream.of(server));
    }

    private static Stream<Need> nodePorts(Organisation organisation) {
        String of = " of " + organisation.name();
        Ports ports = organisation.ports();
        return Stream.of(
                new Need(ports.peer(), peer(organisation), "peer" + of),
                new Need(ports.operations(), peer(organisation), "peer's operations" + of),
                new Need(ports.orderer(), orderer(organisation), "orderer" + of),
                new Need(ports.ordererAdmin(), orderer(organisation), "orderer's administration" + of),
                new Need(ports.ordererOperations(), orderer(organisation), "orderer's operations" + of));
    }

    /** The processes of releases that newer ones have replaced. */
    List<String> replaced() {
        return replacedReleases().stream()
                .flatMap(release -> topology.organisations().stream().map(release::process))
                .toList();
    }

    /** Removes what the replaced releases left on disk; to be called when their processes have ended. */
    void removeReplaced() {
        replacedReleases().forEach(releases::remove);
    }

    private List<Release> replacedReleases() {
        List<Release> all = releases.all();
        return all.stream()
                .filter(old -> all.stream()
                        .anyMatch(other -> other.name().equals(old.name()) && other.sequence() > old.sequence()))
                .toList();
    }

    private static String orderer(Organisation organisation) {
        return "orderer-" + organisation.name();
    }

    private static String peer(Organisation organisation) {
        return "peer-" + organisation.name();
    }

    private static String line(Object... fields) {
        return Arrays.stream(fields).map(Object::toString).collect(Collectors.joining("\t"));
    }
}
