package uz.muhr.network.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;

/**
 * One organisation's chaincode server: a process of its own, because the shim keeps its state per process and a second
 * peer's stream would break the first.
 */
final class ChaincodeServer implements AutoCloseable {
    private static final int END_SECONDS = 10;
    /** Small, and quick to start: what runs here is a few contracts for a few documents. */
    private static final List<String> JVM =
            List.of("-Xmx160m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

    private final Process process;
    private final Path log;

    private ChaincodeServer(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static ChaincodeServer start(Topology topology, Organisation organisation, Path jar, Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder()
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.command()
                    .add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            builder.command().addAll(JVM);
            builder.command().addAll(List.of("-jar", jar.toString()));
            builder.environment().put("CHAINCODE_SERVER_ADDRESS", address(organisation));
            builder.environment().put("CORE_CHAINCODE_ID_NAME", id(topology));
            return new ChaincodeServer(builder.start(), log);
        } catch (IOException e) {
            throw new NetworkException(
                    "The chaincode server of " + organisation.name() + " cannot be started: " + e.getMessage(), e);
        }
    }

    static String address(Organisation organisation) {
        return "127.0.0.1:" + organisation.ports().chaincode();
    }

    /** The name and version under which the chaincode registers with a peer. */
    static String id(Topology topology) {
        return topology.chaincode() + ":1";
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Where its output goes. */
    Path log() {
        return log;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                throw new NetworkException("The chaincode server with process id " + process.pid() + " does not end.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
