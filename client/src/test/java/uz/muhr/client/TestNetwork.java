package uz.muhr.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import uz.muhr.network.identity.Engine;
import uz.muhr.network.script.ScriptNetwork;

/**
 * The real network that the tests of a run share, with our own chaincode and its first records: the devnet, or with system
 * property {@code muhr.engine} as {@code fabric} real Fabric. It is started by the first test that asks for a
 * {@link ScriptNetwork} and ended with the last; whoever breaks a part of it has to mend that.
 */
public final class TestNetwork implements ParameterResolver {
    private static final Path ROOT = Path.of(System.getProperty("muhr.root", ".."));
    private static volatile Optional<Level> level = Optional.empty();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ScriptNetwork.class;
    }

    @Override
    public ScriptNetwork resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(TestNetwork.class))
                .computeIfAbsent(Shared.class, absent -> Shared.start(), Shared.class)
                .running
                .network;
    }

    /**
     * Waits until every organisation's peer has what any of them has: on real Fabric a transaction that is valid at one is
     * unknown to another for a moment.
     */
    public static void level() {
        level.ifPresent(Level::await);
    }

    /** The engine of this run. */
    public static Engine engine() {
        return Engine.valueOf(System.getProperty("muhr.engine", "devnet").toUpperCase(Locale.ROOT));
    }

    /** The project's root folder. */
    public static Path root() {
        return ROOT;
    }

    /** A network of our own chaincode that nobody shares. */
    public static Running start(Engine engine) {
        return Running.start(engine);
    }

    /** The network of all tests. */
    private record Shared(Running running) implements AutoCloseable {
        private static Shared start() {
            Running running = Running.start(engine());
            // All peers of the devnet have one ledger.
            level = engine() == Engine.FABRIC ? Optional.of(Level.of(running.network)) : Optional.empty();
            return new Shared(running);
        }

        @Override
        public void close() throws IOException {
            level.ifPresent(Level::close);
            running.close();
        }
    }

    /** A network that is up, and the folder it lives in, which goes with it. */
    public record Running(ScriptNetwork network, Path folder) implements AutoCloseable {

        private static Running start(Engine engine) {
            try {
                Path folder = Files.createTempDirectory("muhr-network-");
                Running running = new Running(new ScriptNetwork(folder, engine, chaincode()), folder);
                boolean up = false;
                try {
                    running.network.up();
                    up = true;
                } finally {
                    if (!up) {
                        running.network.close();
                    }
                }
                return running;
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("The network does not start", e);
            }
        }

        private static Path chaincode() {
            Path jar = ROOT.resolve("chaincode/contract/target/contract-0.1.0.jar")
                    .toAbsolutePath()
                    .normalize();
            if (!Files.isRegularFile(jar)) {
                throw new IllegalStateException(jar + " is not built; run mvn package first.");
            }
            return jar;
        }

        @Override
        public void close() throws IOException {
            network.close();
            List<Path> all;
            try (Stream<Path> tree = Files.walk(folder)) {
                all = tree.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : all) {
                Files.delete(path);
            }
        }
    }
}
