package uz.muhr.network.fabric;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;

/** Writes everything that Fabric's processes read before they are started, and says which to start. */
final class Preparation {
    private static final Duration MADE = Duration.ofSeconds(30);

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
     * Prepares the network with its own chaincode.
     *
     * @param builder the external builder's folder
     * @param jar the chaincode server that is kept as the first release; not read when there is one
     */
    void prepare(Path builder, Path jar) {
        new Configuration(topology, home, builder).write();
        makeGenesisBlock();
        if (releases.newest(topology.chaincode()).isEmpty()) {
            releases.add(
                    new Release(
                            topology.chaincode(),
                            1,
                            true,
                            topology.organisations().stream()
                                    .collect(Collectors.toMap(
                                            Organisation::name, o -> o.ports().chaincode()))),
                    jar);
        }
    }

    private void makeGenesisBlock() {
        Path block = folder.genesisBlock();
        if (Files.exists(block)) {
            return;
        }
        Path made = block.resolveSibling(block.getFileName() + ".next");
        new ProgramRun(programs.path(Programs.CONFIGTXGEN))
                .arguments("-configPath", folder.channelConfiguration().getParent())
                .arguments("-profile", "Channel", "-channelID", topology.channel())
                .arguments("-outputBlock", made)
                .within(MADE);
        try {
            Files.move(made, block, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new FabricException("The channel's first block " + block + " cannot be kept: " + e, e);
        }
    }

    /**
     * One line for each process, fields parted by tabs: {@code orderer PART CONFIGURATION PROGRAM}, {@code peer PART
     * CONFIGURATION PROGRAM TLS-FOLDER}, {@code chaincode PART ADDRESS PACKAGE-ID JAR TLS-FOLDER}, the last one being
     * {@code -} for a server that is called in the clear.
     */
    List<String> plan() {
        List<String> lines = new ArrayList<>();
        for (Organisation organisation : topology.organisations()) {
            String name = organisation.name();
            lines.add(
                    line("orderer", "orderer-" + name, folder.orderer(organisation), programs.path(Programs.ORDERER)));
        }
        for (Organisation organisation : topology.organisations()) {
            lines.add(line(
                    "peer",
                    "peer-" + organisation.name(),
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

    private static String line(Object... fields) {
        return Arrays.stream(fields).map(Object::toString).collect(Collectors.joining("\t"));
    }
}
