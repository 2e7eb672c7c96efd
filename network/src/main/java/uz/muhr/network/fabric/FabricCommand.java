package uz.muhr.network.fabric;

import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import uz.muhr.network.identity.Engine;
import uz.muhr.network.identity.Enrolment;
import uz.muhr.network.identity.IdentityException;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.local.NetworkException;
import uz.muhr.network.local.PortsInUse;
import uz.muhr.network.topology.Topology;
import uz.muhr.network.topology.TopologyException;

/**
 * What {@code scripts/network} asks of Java for real Fabric. Exit code 0: done; 1: not, with a sentence on standard error;
 * 2: the command line was wrong.
 */
public final class FabricCommand {
    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;

    FabricCommand(PrintStream out, PrintStream err, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.environment = environment;
    }

    public static void main(String[] args) {
        System.exit(new FabricCommand(System.out, System.err, System.getenv()).run(args));
    }

    int run(String... args) {
        try {
            FabricArguments arguments = FabricArguments.parse(args);
            Topology topology = Topology.read(arguments.topology());
            NetworkHome home = new NetworkHome(arguments.home());
            return switch (arguments.command()) {
                case "prepare" -> prepare(topology, home, arguments);
                case "upgrade" -> upgrade(topology, home, arguments);
                case "admit" -> admit(topology, home, arguments);
                case "enter" -> enter(topology, home, arguments);
                case "revoke" -> revoke(topology, home, arguments);
                case "due" -> due(topology, home, arguments);
                case "renew" -> renew(topology, home, arguments);
                case "deploy" -> deploy(topology, home);
                case "retire" -> retire(topology, home);
                default -> status(topology, home, arguments.json());
            };
        } catch (TopologyException | IdentityException | NetworkException refusal) {
            err.println(refusal.getMessage());
            return 1;
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage());
            err.println(FabricArguments.USAGE);
            return 2;
        }
    }

    /** Prints the processes to start. */
    private int prepare(Topology topology, NetworkHome home, FabricArguments arguments) {
        Programs programs = Programs.find(environment).requireVersions();
        if (arguments.fresh()) {
            Enrolment.discard(home.root());
        }
        Engine.requireFree(home, Engine.FABRIC);
        Enrolment.check(topology, home.root(), Clock.systemUTC());
        ProcessPlan plan = new ProcessPlan(topology, home);
        List<String> taken = PortsInUse.of(plan.ports(), arguments.running());
        if (!taken.isEmpty()) {
            taken.forEach(err::println);
            err.println("Stop what listens there, or change the ports in "
                    + arguments.topology().getFileName() + ".");
            return 1;
        }
        Engine.claim(Enrolment.prepare(topology, home.root(), Clock.systemUTC()), Engine.FABRIC);
        new Preparation(programs, topology, home).prepare(arguments.builder(), arguments.server(), arguments.others());
        plan.lines(programs).forEach(out::println);
        return 0;
    }

    /** Prints the processes to start, those of the next release among them. */
    private int upgrade(Topology topology, NetworkHome home, FabricArguments arguments) {
        requireNetwork(home);
        Enrolment.check(topology, home.root(), Clock.systemUTC());
        Programs programs = Programs.find(environment).requireVersions();
        new Preparation(programs, topology, home).upgrade(arguments.builder(), arguments.server());
        new ProcessPlan(topology, home).lines(programs).forEach(out::println);
        return 0;
    }

    /** Prints the processes to start, those of the organisation that joins among them. */
    private int admit(Topology topology, NetworkHome home, FabricArguments arguments) {
        requireNetwork(home);
        Programs programs = Programs.find(environment).requireConfigtxlator().requireVersions();
        new Admission(topology, home).prepare(arguments.organisation(), arguments.builder(), arguments.running());
        new ProcessPlan(topology, home).lines(programs).forEach(out::println);
        return 0;
    }

    private static int enter(Topology topology, NetworkHome home, FabricArguments arguments) {
        requireNetwork(home);
        new LedgerAdmission(topology, home, topology.organisation(arguments.organisation())).complete();
        return 0;
    }

    private int revoke(Topology topology, NetworkHome home, FabricArguments arguments) {
        requireNetwork(home);
        Enrolment.check(topology, home.root(), Clock.systemUTC());
        Programs programs = Programs.find(environment).requireConfigtxlator();
        new Revocation(programs, topology, home)
                .revoke(topology.organisation(arguments.organisation()), arguments.user());
        return 0;
    }

    /** Prints the organisations with certificates to renew. */
    private int due(Topology topology, NetworkHome home, FabricArguments arguments) {
        requireNetwork(home);
        Enrolment.check(topology, home.root(), Clock.systemUTC());
        Programs programs = Programs.find(environment).requireConfigtxlator();
        new CertificateRenewal(programs, topology, home)
                .due(arguments.horizon(Clock.systemUTC().instant()))
                .forEach(organisation -> out.println(organisation.name()));
        return 0;
    }

    /** Prints the processes to start once those of the organisation that read older certificates have been stopped. */
    private int renew(Topology topology, NetworkHome home, FabricArguments arguments) {
        requireNetwork(home);
        Enrolment.check(topology, home.root(), Clock.systemUTC());
        Programs programs = Programs.find(environment).requireConfigtxlator();
        Instant now = Clock.systemUTC().instant();
        int renewed = new CertificateRenewal(programs, topology, home)
                .renew(topology.organisation(arguments.organisation()), now, arguments.horizon(now));
        err.println(arguments.organisation() + ": " + renewed + " certificates renewed");
        new ProcessPlan(topology, home).lines(programs).forEach(out::println);
        return 0;
    }

    /** Prints the processes that are of no more use. */
    private int deploy(Topology topology, NetworkHome home) {
        requireNetwork(home);
        new Deployment(Programs.find(environment), topology, home).complete();
        new ProcessPlan(topology, home).replaced().forEach(out::println);
        return 0;
    }

    private static int retire(Topology topology, NetworkHome home) {
        requireNetwork(home);
        new ProcessPlan(topology, home).removeReplaced();
        return 0;
    }

    private int status(Topology topology, NetworkHome home, boolean json) {
        requireNetwork(home);
        FabricStatus status = FabricStatus.of(Programs.find(environment), topology, home);
        out.println(json ? status.json() : status.text());
        return status.isUp() ? 0 : 1;
    }

    private static void requireNetwork(NetworkHome home) {
        if (!Files.exists(home.fingerprint())
                || Engine.of(home).filter(Engine.FABRIC::equals).isEmpty()) {
            throw new FabricException("There is no network on real Fabric in " + home.root()
                    + "; start one with scripts/network up --fabric.");
        }
    }
}
