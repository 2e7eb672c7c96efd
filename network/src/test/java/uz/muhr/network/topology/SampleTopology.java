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

    static String text() {
        try {
            return Files.readString(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
