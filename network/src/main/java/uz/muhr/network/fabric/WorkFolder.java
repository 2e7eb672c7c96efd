package uz.muhr.network.fabric;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder, readable by its owner alone, for what Fabric's programs hand to each other; gone when it is closed. */
record WorkFolder(Path root) implements AutoCloseable {
    static WorkFolder make() throws IOException {
        return new WorkFolder(Files.createTempDirectory("muhr-fabric-"));
    }

    Path file(String name) {
        return root.resolve(name);
    }

    @Override
    public void close() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> tree = Files.walk(root)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
