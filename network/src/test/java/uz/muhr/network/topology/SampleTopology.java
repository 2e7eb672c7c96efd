package uz.muhr.network.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The project's own {@code network.yaml}: the valid file from which tests start, to break one thing. */
public final class SampleTopology {
    private SampleTopology() {}

    public static Path file() {
        return Path.of(System.getProperty("muhr.root", ".."), "network", "network.yaml");
    }

    public static Topology topology() {
        return Topology.read(file());
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
