package uz.muhr.client.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import uz.muhr.client.commitment.Receipt;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.network.script.ScriptNetwork;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.verdict.Verdict;

/** The command line killed with SIGKILL at a random moment, and then run again. */
@Tag("ledger")
@ExtendWith(TestNetwork.class)
class KilledSubmitIT {
    /** A little longer than a submission takes, so that every stage is hit and some rounds are not. */
    private static final int LATEST_KILL_MILLIS = 2_500;

    @TempDir
    Path folder;

    @Test
    void tenSubmissionsKilledAtAnyMomentAreEachAnchoredOnce(ScriptNetwork network) throws Exception {
        killedRounds(network, 10);
    }

    @Test
    @Tag("long")
    void fiftySubmissionsKilledAtAnyMomentAreEachAnchoredOnce(ScriptNetwork network) throws Exception {
        killedRounds(network, 50);
    }

    private void killedRounds(ScriptNetwork network, int rounds) throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int killed = 0;
        for (int round = 0; round < rounds; round++) {
            Path here = Files.createDirectory(folder.resolve("round-" + round));
            Path file = Client.newFile(here, "doc.pdf");
            String number = Client.newNumber();
            Process submit = muhrSubmit(network, file, number);
            if (!submit.waitFor(random.nextInt(LATEST_KILL_MILLIS), TimeUnit.MILLISECONDS)) {
                submit.destroyForcibly();
                killed++;
            }
            submit.waitFor();
            assertAnchoredOnce(network, here, Client.order(file, "861", number), "round " + round + ", seed " + seed);
        }
        System.out.println(killed + " of " + rounds + " submissions were killed, at random moments of seed " + seed);
        assertTrue(killed > 0, "no submission was killed");
    }

    private static void assertAnchoredOnce(ScriptNetwork network, Path here, Order order, String when)
            throws IOException {
        try (Ledger ledger = Client.ledger(network, "chamber")) {
            Outcome outcome = Client.submit(ledger, order);
            assertInstanceOf(Outcome.Anchored.class, outcome, when);
            Receipt receipt = order.receipt().read().orElseThrow();
            List<DocumentRecord> versions =
                    ledger.history(receipt.documentId()).value().versions().newestFirst();
            assertEquals(1, versions.size(), when);
            assertEquals(
                    versions.get(0).anchored().transaction(),
                    receipt.place().orElseThrow().transaction(),
                    when);
            assertEquals(
                    ledger.blockOf(versions.get(0).anchored().transaction()),
                    receipt.place().orElseThrow().block(),
                    when);
            assertEquals(
                    Verdict.VALID,
                    Client.verdict(
                            ledger, here.resolve("doc.pdf"), order.receipt().read()),
                    when);
        }
        try (Stream<Path> files = Files.list(here)) {
            assertEquals(
                    List.of("doc.pdf", "doc.pdf.muhr.json"),
                    files.map(path -> String.valueOf(path.getFileName()))
                            .sorted()
                            .toList(),
                    when);
        }
    }

    private static Process muhrSubmit(ScriptNetwork network, Path file, String number) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Muhr.class.getName(),
                        "submit",
                        file.toString(),
                        "--type",
                        "861",
                        "--number",
                        number,
                        "--as",
                        "chamber",
                        "--profiles",
                        network.profiles().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
