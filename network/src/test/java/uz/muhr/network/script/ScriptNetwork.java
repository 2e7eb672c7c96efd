package uz.muhr.network.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import uz.muhr.network.identity.Engine;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.local.PeerGateway;
import uz.muhr.network.local.Retry;
import uz.muhr.network.local.Shell;
import uz.muhr.network.local.TopologyText;
import uz.muhr.network.topology.SampleTopology;
import uz.muhr.network.topology.Topology;

/** A network on free ports, the devnet or real Fabric, started and ended by {@code scripts/network}. */
public final class ScriptNetwork implements AutoCloseable {
    private static final int END_SECONDS = 10;
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Engine engine;
    private final Path file;
    private Topology topology = SampleTopology.topology().onFreePorts();
    private final Shell shell;

    /**
     * Starts nothing yet.
     *
     * @param folder an empty folder for keys, ledgers, logs and the topology file
     * @param chaincode the jar of the network's own chaincode server, which has to answer {@code network:establish}
     */
    public ScriptNetwork(Path folder, Engine engine, Path chaincode) throws IOException {
        this.engine = engine;
        file = TopologyText.write(folder.resolve("network.yaml"), topology);
        shell = new Shell(folder, Map.of("MUHR_TOPOLOGY", file.toString(), "MUHR_CHAINCODE", chaincode.toString()));
    }

    /** The topology with the ports in use. */
    public Topology topology() {
        return topology;
    }

    /** Changes the topology file as a person would; the running network does not notice. */
    public void edit(UnaryOperator<String> change) throws IOException {
        Files.writeString(file, change.apply(Files.readString(file)));
        topology = Topology.read(file);
    }

    /** {@code scripts/network} with any words, going on while the test does. */
    public Process start(String... words) throws IOException {
        return shell.start(words);
    }

    /** The folder of the organisations' client profiles. */
    public Path profiles() {
        return home().profile(topology.organisations().get(0)).resolveSibling("");
    }

    public NetworkHome home() {
        return new NetworkHome(shell.state().resolve("network"));
    }

    /** {@code scripts/network up} for this engine with more options; fails the test when it fails. */
    public String up(String... options) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("up"));
        if (engine == Engine.FABRIC) {
            words.add("--fabric");
        }
        words.addAll(List.of(options));
        return succeed(words.toArray(String[]::new));
    }

    /** {@code scripts/network} with any words, whatever comes of it. */
    public Shell.Result script(String... words) throws IOException, InterruptedException {
        return shell.network(words);
    }

    /** The same with more in the environment, which whatever is started inherits. */
    public Shell.Result script(Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        return shell.with(environment).network(words);
    }

    /** {@code scripts/network} with any words; fails the test when it fails. */
    public String succeed(String... words) throws IOException, InterruptedException {
        Shell.Result result = shell.network(words);
        assertEquals(0, result.exit(), () -> String.join(" ", words) + ": " + result.err() + result.out());
        return result.out();
    }

    public JsonObject status() throws IOException, InterruptedException {
        return JsonParser.parseString(shell.network("status", "--json").out()).getAsJsonObject();
    }

    /** The same once all is up; fails the test when it does not come to that. One call may find a peer too busy to answer. */
    public JsonObject statusOnceUp() {
        return new Retry(SOON).until("The network did not come up", () -> {
            JsonObject status = status();
            if (!status.get("up").getAsBoolean()) {
                throw new IllegalStateException(status.toString());
            }
            return status;
        });
    }

    /** The number of blocks of the first organisation's peer, once all is up. */
    public long height() {
        return statusOnceUp()
                .getAsJsonArray("organisations")
                .get(0)
                .getAsJsonObject()
                .get("height")
                .getAsLong();
    }

    /** A connection as one of an organisation's users, whose {@code contract} is the chaincode's of that name. */
    public PeerGateway open(String organisation, String user, String chaincode) {
        return PeerGateway.open(topology.withChaincode(chaincode), home(), topology.organisation(organisation), user);
    }

    /** Those that run; none before the network was started and after its folder was deleted. */
    public List<ProcessHandle> processes() throws IOException {
        List<ProcessHandle> processes = new ArrayList<>();
        Path run = shell.state().resolve("run");
        if (!Files.isDirectory(run)) {
            return processes;
        }
        try (Stream<Path> files = Files.list(run)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".pid")).toList()) {
                ProcessHandle.of(id(file)).ifPresent(processes::add);
            }
        }
        return processes;
    }

    /** The running process of one part, such as {@code peer-customs}. */
    public ProcessHandle process(String part) throws IOException {
        return ProcessHandle.of(id(shell.state().resolve("run").resolve(part + ".pid")))
                .orElseThrow();
    }

    /** Whether a part of this name was started and has not ended. */
    public boolean runs(String part) {
        try {
            Path file = shell.state().resolve("run").resolve(part + ".pid");
            return Files.exists(file)
                    && ProcessHandle.of(id(file)).map(ProcessHandle::isAlive).orElse(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What one part has written since it was started. */
    public String log(String part) throws IOException {
        return Files.readString(shell.state().resolve("log").resolve(part + ".log"));
    }

    /** Kills every process at once, as a power cut would. */
    public void killAll() throws IOException {
        List<ProcessHandle> processes = processes();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(ScriptNetwork::awaitEnd);
    }

    /** Kills one process, such as {@code peer-customs}. */
    public void kill(String part) throws IOException {
        ProcessHandle process = process(part);
        process.destroyForcibly();
        awaitEnd(process);
    }

    /** The part that answers an organisation's clients: its peer, or the devnet, which is every organisation's. */
    public String peer(String organisation) {
        return engine == Engine.FABRIC ? "peer-" + organisation : "devnet";
    }

    /** The part that runs the network's own chaincode for an organisation; on real Fabric it is named by its release too. */
    public String chaincode(String organisation) throws IOException {
        String name = "chaincode-" + organisation;
        try (Stream<Path> files = Files.list(shell.state().resolve("run"))) {
            return files.map(file -> file.getFileName().toString().replaceAll("\\.pid$", ""))
                    .filter(part -> part.equals(name) || part.startsWith(name + "-" + topology.chaincode() + "."))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Stops one process where it stands: it keeps its connections, and answers nobody until it goes on. */
    public void suspend(String part) throws IOException, InterruptedException {
        signal("STOP", part);
    }

    /** Lets a suspended process go on. */
    public void goOn(String part) throws IOException, InterruptedException {
        signal("CONT", part);
    }

    private void signal(String name, String part) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(
                        "kill", "-" + name, Long.toString(process(part).pid()))
                .inheritIO()
                .start()
                .waitFor();
        assertEquals(0, exit, () -> "kill -" + name + " of " + part);
    }

    private static void awaitEnd(ProcessHandle process) {
        process.onExit().orTimeout(END_SECONDS, TimeUnit.SECONDS).join();
    }

    private static long id(Path file) throws IOException {
        return Long.parseLong(Files.readAllLines(file).get(0));
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
