package uz.muhr.network.local;

import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import uz.muhr.network.identity.Engine;
import uz.muhr.network.identity.Enrolment;
import uz.muhr.network.identity.IdentityException;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.topology.Topology;
import uz.muhr.network.topology.TopologyException;

/**
 * What {@code scripts/network} asks of Java. Exit code 0: done; 1: not, with a sentence on standard error; 2: the command
 * line was wrong.
 */
public final class NetworkCommand {
    private static final Duration READY = Duration.ofSeconds(60);

    private final PrintStream out;
    private final PrintStream err;

    NetworkCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        System.exit(new NetworkCommand(System.out, System.err).run(args));
    }

    int run(String... args) {
        try {
            Arguments arguments = Arguments.parse(args);
            Topology topology = Topology.read(arguments.topology());
            return switch (arguments.command()) {
                case "prepare" -> prepare(topology, arguments);
                case "await" -> await(topology, new NetworkHome(arguments.home()));
                case "access" -> access(topology, new NetworkHome(arguments.home()));
                case "discard" -> discard(arguments);
                default -> status(topology, new NetworkHome(arguments.home()), arguments.json());
            };
        } catch (TopologyException | IdentityException | NetworkException refusal) {
            err.println(refusal.getMessage());
            return 1;
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage());
            err.println(Arguments.USAGE);
            return 2;
        }
    }

    /** Prints, for whoever starts the processes, one line for each chaincode server: see {@link DevnetPlan}. */
    private int prepare(Topology topology, Arguments arguments) {
        NetworkHome home = new NetworkHome(arguments.home());
        if (!arguments.fresh()) {
            Engine.requireFree(home, Engine.DEVNET);
        }
        List<String> taken = PortsInUse.of(DevnetPlan.ports(topology, home, arguments.fresh()), arguments.running());
        if (!taken.isEmpty()) {
            taken.forEach(err::println);
            err.println("Stop what listens there, or change the ports in "
                    + arguments.topology().getFileName() + ".");
            return 1;
        }
        if (arguments.fresh()) {
            Enrolment.discard(arguments.home());
        }
        Engine.claim(Enrolment.prepare(topology, arguments.home(), Clock.systemUTC()), Engine.DEVNET);
        DevnetPlan.addChaincodes(topology, home, arguments.chaincodes());
        DevnetPlan.lines(topology, home).forEach(out::println);
        return 0;
    }

    private int await(Topology topology, NetworkHome home) {
        requireHome(home);
        for (Topology each : DevnetPlan.chaincodes(topology, home)) {
            Readiness.await(each, home, READY);
        }
        Establishment.establish(topology, home);
        return 0;
    }

    /** Writes what any other application needs to use this network, and prints where. */
    private int access(Topology topology, NetworkHome home) {
        requireHome(home);
        out.println(NetworkAccess.write(topology, home));
        return 0;
    }

    private static int discard(Arguments arguments) {
        Enrolment.discard(arguments.home());
        return 0;
    }

    private int status(Topology topology, NetworkHome home, boolean json) {
        requireHome(home);
        StatusReport report = new StatusReport(topology.organisations().stream()
                .map(organisation -> OrganisationStatus.of(topology, home, organisation))
                .toList());
        out.println(json ? report.json() : report.text());
        return report.isUp() ? 0 : 1;
    }

    private static void requireHome(NetworkHome home) {
        if (!Files.exists(home.fingerprint())) {
            throw new NetworkException(
                    "There is no network in " + home.root() + "; start one with scripts/network up.");
        }
    }
}
