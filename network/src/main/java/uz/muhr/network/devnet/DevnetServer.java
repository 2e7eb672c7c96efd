package uz.muhr.network.devnet;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;

/** The devnet as a process of its own: {@code --topology FILE --home DIR}. SIGTERM closes it cleanly. */
public final class DevnetServer {
    private static final Duration CHAINCODE_WAIT = Duration.ofDays(1);
    private static final String USAGE = "Usage: DevnetServer --topology FILE --home DIR";

    private DevnetServer() {}

    /** Runs until the process is told to end. */
    public static void main(String[] args) throws InterruptedException {
        Map<String, Path> options = options(args);
        Topology topology = Topology.read(required(options, "--topology"));
        Devnet devnet = Devnet.start(topology, new NetworkHome(required(options, "--home")));
        CountDownLatch told = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            devnet.close();
            told.countDown();
        }));
        System.out.println("This devnet is for one machine only: it holds the keys of every organisation in one process"
                + " and listens on the loopback interface alone.");
        for (Organisation organisation : topology.organisations()) {
            System.out.println("Listening for " + organisation.name() + " on 127.0.0.1:"
                    + organisation.ports().peer() + ", height " + devnet.height() + ".");
        }
        devnet.awaitChaincode(CHAINCODE_WAIT);
        System.out.println("The chaincode of every organisation is registered.");
        told.await();
    }

    private static Map<String, Path> options(String[] args) {
        List<String> known = List.of("--topology", "--home");
        Map<String, Path> options = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!known.contains(args[i]) || i + 1 == args.length) {
                throw new IllegalArgumentException("Unexpected argument " + args[i] + ". " + USAGE);
            }
            options.put(args[i], Path.of(args[i + 1]));
        }
        return options;
    }

    private static Path required(Map<String, Path> options, String name) {
        @Nullable Path value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The argument " + name + " is missing. " + USAGE);
        }
        return value;
    }
}
