package uz.muhr.network.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The project's own {@code network.yaml}: the valid file from which tests start, to break one thing. */
public final class SampleTopology {
    private SampleTopology() {}

    public static Path file() {
        return Path.of(System.getProperty("muhr.root", ".."), "network", "network.yaml");
    }

    public static Topology topology() {
        return Topology.read(file());
    }

    /** One that is not in the file. */
    public static Organisation newcomer() {
        return new Organisation(
                "terminal",
                "TerminalMSP",
                "terminal.muhr.example",
                ports(11050),
                List.of(new User("issuer", "issuer"), new User("registrar", "registrar")),
                List.of("271"));
    }

    /** How the file would say an organisation. */
    public static String text(Organisation organisation) {
        StringBuilder text = new StringBuilder("  - name: " + organisation.name() + "\n    mspId: "
                + organisation.mspId() + "\n    domain: " + organisation.domain() + "\n    ports: "
                + text(organisation.ports()) + "\n    users:\n");
        organisation
                .users()
                .forEach(user -> text.append("      - {name: " + user.name() + ", role: " + user.role() + "}\n"));
        return text + "    issues: [\"" + String.join("\", \"", organisation.issues()) + "\"]\n";
    }

    /** A topology with one more organisation in some place of the list. */
    public static Topology with(Topology topology, int place, Organisation newcomer) {
        List<Organisation> organisations = new ArrayList<>(topology.organisations());
        organisations.add(place, newcomer);
        return new Topology(topology.channel(), topology.chaincode(), organisations, topology.authoritySince());
    }

    /** Six ports in a row. */
    public static Ports ports(int first) {
        return new Ports(first, first + 1, first + 2, first + 3, first + 4, first + 5);
    }

    /** How the file says an organisation's ports. */
    public static String text(Ports ports) {
        return "{peer: " + ports.peer() + ", chaincode: " + ports.chaincode() + ", operations: " + ports.operations()
                + ", orderer: " + ports.orderer() + ", ordererAdmin: " + ports.ordererAdmin() + ", ordererOperations: "
                + ports.ordererOperations() + "}";
    }

    static String text() {
        try {
            return Files.readString(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
