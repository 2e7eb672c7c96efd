package uz.muhr.client.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import uz.muhr.network.local.LocalNetwork;
import uz.muhr.network.topology.Topology;

/** One whole network for all test classes of a run, started by the first that wants it. */
public final class SharedNetwork implements ParameterResolver {
    private static final Path ROOT = Path.of(System.getProperty("muhr.root", ".."));

    /** The network and the folder it lives in, which goes with it. */
    private record Running(LocalNetwork network, Path home) implements AutoCloseable {
        static Running start() {
            Path jar = ROOT.resolve("chaincode/contract/target/contract-0.1.0.jar");
            if (!Files.isRegularFile(jar)) {
                throw new IllegalStateException(
                        "The chaincode is not built; run mvn -q -B -pl chaincode/contract -am package first.");
            }
            try {
                Path home = Files.createTempDirectory("muhr-web-network").resolve("home");
                return new Running(LocalNetwork.start(home, topology(), jar), home);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            network.close();
            try (Stream<Path> all = Files.walk(home.resolveSibling(""))) {
                for (Path left : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(left);
                }
            }
        }
    }

    static Topology topology() {
        return Topology.read(ROOT.resolve("network/network.yaml"));
    }

    /** Where the profiles of all organisations are. */
    static Path profiles(LocalNetwork network) {
        return network.profile("customs").resolveSibling("");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LocalNetwork.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(Running.class, key -> Running.start(), Running.class)
                .network();
    }
}
