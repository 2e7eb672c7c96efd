package uz.muhr.network.fabric;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.identity.TlsFolder;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;

/**
 * Writes what Fabric's programs read: {@code core.yaml} for each peer, {@code orderer.yaml} for each orderer and
 * {@code configtx.yaml} for the channel. Written anew at each start, so that a home can be moved.
 */
final class Configuration {
    static final String LOOPBACK = "127.0.0.1:";

    private final Topology topology;
    private final NetworkHome home;
    private final FabricFolder folder;
    private final Path builder;

    /** @param builder the folder of the external builder, with {@code bin/detect} in it */
    Configuration(Topology topology, NetworkHome home, Path builder) {
        this.topology = topology;
        this.home = home;
        this.folder = new FabricFolder(home);
        this.builder = builder.toAbsolutePath().normalize();
    }

    /** @throws FabricException when the external builder is not there */
    Configuration check() {
        if (!Files.isExecutable(builder.resolve("bin").resolve("detect"))) {
            throw new FabricException("The external builder was expected in " + builder
                    + ", with an executable bin/detect, and is not there; name the folder network/ccaas.");
        }
        return this;
    }

    void write() {
        check();
        for (Organisation organisation : topology.organisations()) {
            write(folder.peer(organisation).resolve("core.yaml"), core(organisation));
            write(folder.orderer(organisation).resolve("orderer.yaml"), orderer(organisation));
        }
        write(folder.channelConfiguration(), new ChannelDefinition(topology, home).yaml());
    }

    String core(Organisation organisation) {
        Map<String, Object> values = new HashMap<>(tls(home.peerTls(organisation)));
        values.put("host", "peer." + organisation.domain());
        values.put("channel", topology.channel());
        values.put("mspId", organisation.mspId());
        values.put("msp", home.peer(organisation).root());
        values.put("peerAddress", LOOPBACK + organisation.ports().peer());
        values.put("operationsAddress", LOOPBACK + organisation.ports().operations());
        values.put("data", folder.peer(organisation).resolve("data"));
        values.put("snapshots", folder.peer(organisation).resolve("snapshots"));
        values.put("builder", builder);
        return Template.named("core.yaml").fill(values);
    }

    String orderer(Organisation organisation) {
        Map<String, Object> values = new HashMap<>(tls(home.ordererTls(organisation)));
        values.put("ordererMspId", organisation.ordererMspId());
        values.put("msp", home.orderer(organisation).root());
        values.put("ordererPort", organisation.ports().orderer());
        values.put("adminAddress", LOOPBACK + organisation.ports().ordererAdmin());
        values.put("operationsAddress", LOOPBACK + organisation.ports().ordererOperations());
        values.put("data", folder.orderer(organisation).resolve("data"));
        values.put("wal", folder.orderer(organisation).resolve("wal"));
        values.put("snapshots", folder.orderer(organisation).resolve("snapshots"));
        return Template.named("orderer.yaml").fill(values);
    }

    private static Map<String, Object> tls(TlsFolder tls) {
        return Map.of("tlsCertificate", tls.certificate(), "tlsKey", tls.privateKey(), "tlsAuthority", tls.authority());
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, text);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new FabricException("The file " + file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
