package uz.muhr.client.faults;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import uz.muhr.network.script.ScriptNetwork;

/** Which orderer leads, as the running ones themselves last said in their logs. */
final class Leader {
    private static final String LEADS = "Changing to leader role";
    private static final String FOLLOWS = "Changing to follower role";

    private Leader() {}

    /** The part that leads. */
    static String of(ScriptNetwork network) throws IOException {
        for (String orderer : running(network)) {
            if (leads(network, orderer)) {
                return orderer;
            }
        }
        throw new AssertionError("No running orderer says that it leads");
    }

    /** One that does not. */
    static String follower(ScriptNetwork network) throws IOException {
        String leader = of(network);
        return running(network).stream()
                .filter(orderer -> !orderer.equals(leader))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> running(ScriptNetwork network) {
        return network.topology().organisations().stream()
                .map(organisation -> "orderer-" + organisation.name())
                .filter(network::runs)
                .toList();
    }

    private static boolean leads(ScriptNetwork network, String orderer) throws IOException {
        Optional<String> role = network.log(orderer)
                .lines()
                .filter(line -> line.contains(LEADS) || line.contains(FOLLOWS))
                .reduce((earlier, later) -> later);
        return role.isPresent() && role.get().contains(LEADS);
    }
}
