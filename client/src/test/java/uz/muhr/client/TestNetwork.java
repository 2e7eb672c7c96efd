package uz.muhr.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import uz.muhr.network.local.LocalNetwork;
import uz.muhr.network.topology.Topology;

/**
 * The real network that the tests of this module share: devnet, a chaincode process for each organisation, established.
 * It is started by the first test that asks for a {@link LocalNetwork} and ended with the last.
 */
public final class TestNetwork implements ParameterResolver {
    private static final Path ROOT = Path.of(System.getProperty("muhr.root", ".."));

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LocalNetwork.class;
    }

    @Override
    public LocalNetwork resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(TestNetwork.class))
                .computeIfAbsent(Running.class, absent -> new Running(), Running.class)
                .network;
    }

    /** The project's root folder. */
    public static Path root() {
        return ROOT;
    }

    private static final class Running implements AutoCloseable {
        private final Path home = temporaryFolder();
        private final LocalNetwork network = LocalNetwork.start(
                home.resolve("network"), Topology.read(ROOT.resolve("network/network.yaml")), chaincodeJar());

        @Override
        public void close() throws IOException {
            network.close();
            List<Path> all;
            try (Stream<Path> tree = Files.walk(home)) {
                all = tree.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : all) {
                Files.delete(path);
            }
        }

        private static Path temporaryFolder() {
            try {
                return Files.createTempDirectory("muhr-network-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Path chaincodeJar() {
            Path jar = ROOT.resolve("chaincode/contract/target/contract-0.1.0.jar");
            if (!Files.isRegularFile(jar)) {
                throw new IllegalStateException(jar + " is not built; run mvn package first.");
            }
            return jar;
        }
    }
}
