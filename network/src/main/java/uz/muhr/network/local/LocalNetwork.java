package uz.muhr.network.local;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import uz.muhr.network.devnet.Devnet;
import uz.muhr.network.identity.Enrolment;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;

/**
 * A whole network for a test: identities in a folder, the devnet in this JVM, one chaincode server process for each
 * organisation, established and ready. Everything ends with {@link #close()}, and at the latest with the JVM.
 *
 * <p>Not for use by several threads at once.
 */
public final class LocalNetwork implements AutoCloseable {
    private static final String LOG = "log";
    private static final Duration READY = Duration.ofSeconds(60);

    private final Topology topology;
    private final NetworkHome home;
    private final Path chaincodeJar;
    private final Map<Organisation, ChaincodeServer> chaincodes = new ConcurrentHashMap<>();
    private final Thread atExit = new Thread(this::endProcesses, "local-network-end");
    private @Nullable Devnet devnet;

    private LocalNetwork(Topology topology, NetworkHome home, Path chaincodeJar) {
        this.topology = topology;
        this.home = home;
        this.chaincodeJar = chaincodeJar;
    }

    /**
     * Starts the network on free ports and returns when transactions can be sent.
     *
     * @param home an absent or empty folder
     * @param topology who takes part; its ports are not used
     * @param chaincodeJar a chaincode server that {@code java -jar} runs and that answers {@code network:establish}
     * @throws NetworkException when a part does not start in time; nothing is left running then
     */
    public static LocalNetwork start(Path home, Topology topology, Path chaincodeJar) {
        Topology moved = topology.onFreePorts();
        LocalNetwork network = new LocalNetwork(moved, Enrolment.prepare(moved, home, Clock.systemUTC()), chaincodeJar);
        Runtime.getRuntime().addShutdownHook(network.atExit);
        boolean started = false;
        try {
            moved.organisations().forEach(network::launch);
            network.startDevnet();
            Establishment.establish(moved, network.home);
            started = true;
            return network;
        } finally {
            if (!started) {
                network.close();
            }
        }
    }

    public NetworkHome home() {
        return home;
    }

    /** The topology with the ports in use. */
    public Topology topology() {
        return topology;
    }

    /** The client profile of an organisation, by name or MSP id. */
    public Path profile(String organisation) {
        return home.profile(topology.organisation(organisation));
    }

    /** Where an organisation's chaincode server writes, by name or MSP id. */
    public Path chaincodeLog(String organisation) {
        return log(topology.organisation(organisation));
    }

    /** Takes the network away: every peer port is closed. The chaincode servers stay. */
    public void stopDevnet() {
        if (devnet != null) {
            devnet.close();
            devnet = null;
        }
    }

    /** Brings the network back with its ledger and returns when all running chaincodes answer; does nothing if it is up. */
    public void startDevnet() {
        if (devnet == null) {
            devnet = Devnet.start(topology, home);
            awaitRunning();
        }
    }

    private void awaitRunning() {
        Readiness.await(topology, home, List.copyOf(chaincodes.keySet()), this::ended, READY);
    }

    private Optional<String> ended(Organisation organisation) {
        return Optional.ofNullable(chaincodes.get(organisation))
                .filter(server -> !server.isAlive())
                .map(server -> "The chaincode server of " + organisation.name() + " ended; its output is in "
                        + server.log() + ".");
    }

    /** Kills one organisation's chaincode server, by the organisation's name or MSP id. */
    public void stopChaincode(String organisation) {
        ChaincodeServer server = chaincodes.remove(topology.organisation(organisation));
        if (server != null) {
            server.close();
        }
    }

    /** Starts it again and returns when it answers, if the network is up. */
    public void startChaincode(String organisation) {
        launch(topology.organisation(organisation));
        if (devnet != null) {
            awaitRunning();
        }
    }

    private void launch(Organisation organisation) {
        chaincodes.computeIfAbsent(
                organisation, absent -> ChaincodeServer.start(topology, absent, chaincodeJar, log(absent)));
    }

    private Path log(Organisation organisation) {
        return home.root().resolve(LOG).resolve("chaincode-" + organisation.name() + ".log");
    }

    private void endProcesses() {
        chaincodes.values().forEach(ChaincodeServer::close);
    }

    @Override
    public void close() {
        try {
            stopDevnet();
        } finally {
            endProcesses();
            chaincodes.clear();
            Runtime.getRuntime().removeShutdownHook(atExit);
        }
    }
}
