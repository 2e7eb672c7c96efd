package uz.muhr.network.fabric;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Collectors;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;

/** Writes everything that Fabric's processes read before they are started. */
final class Preparation {
    private final Programs programs;
    private final Topology topology;
    private final NetworkHome home;
    private final FabricFolder folder;
    private final Releases releases;

    Preparation(Programs programs, Topology topology, NetworkHome home) {
        this.programs = programs;
        this.topology = topology;
        this.home = home;
        this.folder = new FabricFolder(home);
        this.releases = new Releases(topology, folder);
    }

    /**
     * Prepares the network with its own chaincode and others. A chaincode that is there already stays as it is.
     *
     * @param builder the external builder's folder
     * @param server the network's own chaincode server, called over TLS on the topology's ports
     * @param others jars of other chaincode servers by name, called in the clear on free ports
     */
    void prepare(Path builder, Path server, Map<String, Path> others) {
        if (others.containsKey(topology.chaincode())) {
            throw new FabricException("The name " + topology.chaincode()
                    + " is this network's own chaincode's; give the other one another name.");
        }
        new Configuration(topology, home, builder).write();
        makeGenesisBlock();
        if (releases.newest(topology.chaincode()).isEmpty()) {
            Map<String, Integer> ports = topology.organisations().stream()
                    .collect(Collectors.toMap(Organisation::name, o -> o.ports().chaincode()));
            releases.add(new Release(topology.chaincode(), 1, true, ports), server);
        }
        others.forEach((name, jar) -> {
            String checked = topology.withChaincode(name).chaincode();
            if (releases.newest(checked).isEmpty()) {
                releases.add(new Release(checked, 1, false, topology.morePorts(releases.ports())), jar);
            }
        });
    }

    /**
     * Adds the next release of the network's own chaincode, to run beside the one there is until it has taken over. One
     * that was begun and not finished is gone on with.
     */
    void upgrade(Path builder, Path server) {
        new Configuration(topology, home, builder).write();
        Release newest = releases.newest(topology.chaincode())
                .orElseThrow(() -> new FabricException("There is no chaincode in " + home.root()
                        + " to upgrade; start the network with scripts/network up --fabric."));
        boolean underWay = releases.all().stream()
                .anyMatch(r -> r.name().equals(newest.name()) && r.sequence() < newest.sequence());
        if (!underWay) {
            releases.add(
                    new Release(newest.name(), newest.sequence() + 1, true, topology.morePorts(releases.ports())),
                    server);
        }
    }

    private void makeGenesisBlock() {
        Path block = folder.genesisBlock();
        if (Files.exists(block)) {
            return;
        }
        Path made = block.resolveSibling(block.getFileName() + ".next");
        new ChannelDefinition(topology, home).makeBlock(programs, folder.channel(), made);
        try {
            Files.move(made, block, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new FabricException("The channel's first block " + block + " cannot be kept: " + e, e);
        }
    }
}
