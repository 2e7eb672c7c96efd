package uz.muhr.network.fabric;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import uz.muhr.network.identity.Engine;
import uz.muhr.network.identity.Enrolment;
import uz.muhr.network.identity.IdentityException;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.topology.Topology;
import uz.muhr.network.topology.TopologyException;

/**
 * What {@code scripts/network} asks of Java for real Fabric. Exit code 0: done; 1: not, with a sentence on standard error;
 * 2: the command line was wrong.
 */
public final class FabricCommand {
    private FabricCommand() {}

    public static void main(String[] args) {
        System.exit(run(System.out, System.err, args));
    }

    static int run(PrintStream out, PrintStream err, String... args) {
        try {
            String command = args[0];
            Topology topology = Topology.read(Path.of(args[1]));
            NetworkHome home = new NetworkHome(Path.of(args[2]));
            Programs programs = Programs.find(System.getenv());
            if (command.equals("prepare")) {
                programs.requireVersions();
                Enrolment.prepare(topology, home.root(), Clock.systemUTC());
                Engine.claim(home, Engine.FABRIC);
                Preparation preparation = new Preparation(programs, topology, home);
                preparation.prepare(Path.of(args[3]), Path.of(args[4]));
                preparation.plan().forEach(out::println);
            } else {
                new Deployment(programs, topology, home).complete();
            }
            return 0;
        } catch (FabricException | TopologyException | IdentityException refusal) {
            err.println(refusal.getMessage());
            return 1;
        }
    }
}
