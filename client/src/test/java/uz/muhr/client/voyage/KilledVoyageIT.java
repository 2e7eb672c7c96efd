package uz.muhr.client.voyage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.cli.Muhr;
import uz.muhr.client.cli.Terminal;
import uz.muhr.client.consignment.ConsignmentFile;
import uz.muhr.client.consignment.ConsignmentReceipt;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.network.script.ScriptNetwork;
import uz.muhr.protocol.seal.SealEvent;

/** Commands about a container seal killed with SIGKILL at a random moment, and then given again. */
@Tag("ledger")
@Tag("long-on-fabric")
@ExtendWith(TestNetwork.class)
class KilledVoyageIT {
    /** A little longer than a command takes, so that every stage is hit and some rounds are not. */
    private static final int LATEST_KILL_MILLIS = 3_000;

    @TempDir
    Path folder;

    /** Inspecting and reporting may be done any number of times, so only the note keeps them from being done twice. */
    @Test
    void whatWasKilledAtAnyMomentHappensOnce(ScriptNetwork network) throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String name = folder.resolve("voyage").toString();
        List<List<String>> commands = List.of(
                List.of("consignment", "open", name, "--container", "CSQU3054383"),
                List.of("seal", "affix", name, Client.newNumber(), "--maker", "Tamga", "--place", "UZTAS"),
                List.of("seal", "inspect", name, "--condition", "right", "--place", "AZALT"),
                List.of("seal", "report", name, "--condition", "damaged"),
                List.of("seal", "hand-over", name, "--to", "CustomsMSP"),
                List.of("seal", "withdraw", name),
                List.of("seal", "inspect", name, "--condition", "damaged"),
                List.of("consignment", "link", name, "--container", "MSKU0000006"),
                List.of("seal", "remove", name, "--place", "GEPTI"));
        int killed = 0;
        for (List<String> command : commands) {
            Path output = folder.resolveSibling(folder.getFileName() + "-said");
            Process process = start(network, command, output);
            if (!process.waitFor(random.nextInt(LATEST_KILL_MILLIS), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                killed++;
                process.waitFor();
                if (!Files.readString(output).isEmpty()) {
                    // Whoever was told what happened does not do it again.
                    continue;
                }
                Terminal again = Terminal.muhr(arguments(network, command).toArray(new String[0]));
                assertEquals(0, again.exit(), () -> command + ", seed " + seed + again.out() + again.err());
            }
        }
        System.out.println(killed + " of " + commands.size() + " commands were killed, at moments of seed " + seed);
        assertTrue(killed > 0, "none was killed");
        assertHappenedOnce(network, "seed " + seed);
    }

    private void assertHappenedOnce(ScriptNetwork network, String when) throws IOException {
        ConsignmentReceipt receipt =
                ConsignmentFile.named(folder.resolve("voyage")).read();
        try (Ledger ledger = Client.ledger(network, "carrier")) {
            List<SealEvent> events = ledger.seals()
                    .history(receipt.name(receipt.seals().get(0)))
                    .value()
                    .oldestFirst();
            assertEquals(
                    List.of("AFFIX", "INSPECT", "REPORT", "HAND_OVER", "WITHDRAW", "INSPECT", "REMOVE"),
                    events.stream().map(event -> event.act().operation().name()).toList(),
                    when);
            assertEquals(
                    List.of(2, 3L),
                    List.of(
                            receipt.containers().size(),
                            ledger.seals().links(receipt.id()).value().record().sequence()),
                    when);
            assertEquals(
                    ledger.seals().links(receipt.id()).value().record().opened().transaction(),
                    receipt.opened().orElseThrow().transaction(),
                    when);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of("voyage.muhr-consignment.json"),
                    files.map(path -> String.valueOf(path.getFileName())).toList(),
                    when + ": nothing is left under way");
        }
    }

    private static List<String> arguments(ScriptNetwork network, List<String> command) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("--as", "carrier", "--profiles", network.profiles().toString()));
        if (command.contains("affix")) {
            all.addAll(List.of("--data", Registries.of(network.profiles()).toString()));
        }
        return all;
    }

    private static Process start(ScriptNetwork network, List<String> command, Path output) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Muhr.class.getName()));
        all.addAll(arguments(network, command));
        return new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }
}
