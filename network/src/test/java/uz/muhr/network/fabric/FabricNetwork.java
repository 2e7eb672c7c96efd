package uz.muhr.network.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.local.ContractJar;
import uz.muhr.network.local.PeerGateway;
import uz.muhr.network.local.Shell;
import uz.muhr.network.local.TopologyText;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.SampleTopology;
import uz.muhr.network.topology.Topology;

/** A network on real Fabric, on free ports, with the tests' smallest contract; started and ended by scripts/network. */
final class FabricNetwork implements AutoCloseable {
    private final Topology topology = SampleTopology.topology().onFreePorts();
    private final Path jar;
    private final Shell shell;

    FabricNetwork(Path folder) throws IOException {
        Path file = TopologyText.write(folder.resolve("network.yaml"), topology);
        jar = ContractJar.write(folder.resolve("contract.jar"));
        shell = new Shell(folder, Map.of("MUHR_TOPOLOGY", file.toString(), "MUHR_CHAINCODE", jar.toString()));
    }

    Topology topology() {
        return topology;
    }

    NetworkHome home() {
        return new NetworkHome(shell.state().resolve("network"));
    }

    /** A chaincode server that any name can be given to. */
    Path jar() {
        return jar;
    }

    Shell.Result script(String... words) throws IOException, InterruptedException {
        return shell.network(words);
    }

    String succeed(String... words) throws IOException, InterruptedException {
        Shell.Result result = shell.network(words);
        assertEquals(0, result.exit(), () -> String.join(" ", words) + ": " + result.err() + result.out());
        return result.out();
    }

    JsonObject status() throws IOException, InterruptedException {
        return JsonParser.parseString(shell.network("status", "--json").out()).getAsJsonObject();
    }

    long height() throws IOException, InterruptedException {
        return status().getAsJsonArray("organisations")
                .get(0)
                .getAsJsonObject()
                .get("height")
                .getAsLong();
    }

    /** A connection as one of an organisation's users, whose {@code contract} is the chaincode's of that name. */
    PeerGateway open(String organisation, String user, String chaincode) {
        Organisation member = topology.organisation(organisation);
        Topology other =
                new Topology(topology.channel(), chaincode, topology.organisations(), topology.authoritySince());
        return PeerGateway.open(other, home(), member, user);
    }

    List<ProcessHandle> processes() throws IOException {
        List<ProcessHandle> processes = new ArrayList<>();
        try (Stream<Path> files = Files.list(shell.state().resolve("run"))) {
            for (Path file : files.toList()) {
                ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0)))
                        .ifPresent(processes::add);
            }
        }
        return processes;
    }

    /** Kills every process at once, as a power cut would. */
    void killAll() throws IOException {
        List<ProcessHandle> processes = processes();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(
                process -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }

    /** Kills one process, such as {@code peer-customs}. */
    void kill(String part) throws IOException {
        Path file = shell.state().resolve("run").resolve(part + ".pid");
        ProcessHandle process = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file).get(0)))
                .orElseThrow();
        process.destroyForcibly();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() throws IOException {
        try {
            shell.network("down", "--purge");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
