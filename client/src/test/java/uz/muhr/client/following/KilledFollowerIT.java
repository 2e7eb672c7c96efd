package uz.muhr.client.following;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.register.Contents;
import uz.muhr.client.register.Databases;
import uz.muhr.client.register.Databases.NewDatabase;
import uz.muhr.client.register.Register;
import uz.muhr.client.register.RegisterSettings;
import uz.muhr.network.script.ScriptNetwork;
import uz.muhr.protocol.identifier.DocumentId;

/** The process that follows, killed with SIGKILL again and again while the ledger grows. */
@ExtendWith(TestNetwork.class)
class KilledFollowerIT {
    private static final int LATEST_KILL_MILLIS = 1_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ArgumentsSource(Databases.class)
    void aFollowerKilledThreeTimesHasEveryBlockOnce(NewDatabase database, ScriptNetwork network) throws Exception {
        killed(database.apply(folder), network, 3);
    }

    @ParameterizedTest
    @ArgumentsSource(Databases.class)
    @Tag("long")
    void aFollowerKilledFortyTimesHasEveryBlockOnce(NewDatabase database, ScriptNetwork network) throws Exception {
        killed(database.apply(folder), network, 40);
    }

    private void killed(RegisterSettings settings, ScriptNetwork network, int rounds) throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<List<DocumentId>> load = CompletableFuture.supplyAsync(() -> anchor(network, enough));
        for (int round = 0; round < rounds; round++) {
            Process follower = FollowerProcess.start(network.profiles(), folder, settings);
            try (BufferedReader said = follower.inputReader()) {
                // Killed at any moment from its start, and often enough while it writes.
                if (round % 2 == 0) {
                    assertTrue(said.readLine() != null, "it follows no block");
                }
                awaitOrPass(follower, random.nextInt(LATEST_KILL_MILLIS));
                follower.destroyForcibly();
                follower.waitFor();
            }
        }
        enough.set(true);
        List<DocumentId> anchored = load.get(2, TimeUnit.MINUTES);
        long last = catchUp(settings, network);
        Contents contents = Contents.of(settings);
        assertEquals(LongStream.rangeClosed(0, last).boxed().toList(), contents.blocks(), "seed " + seed);
        assertTrue(contents.holds(anchored), "seed " + seed);
        assertEquals(contents.versions().stream().distinct().toList(), contents.versions(), "seed " + seed);
        System.out.println(rounds + " kills, " + contents.blocks().size() + " blocks, "
                + contents.versions().size() + " versions");
    }

    private static void awaitOrPass(Process process, long millis) throws InterruptedException {
        assertTrue(!process.waitFor(millis, TimeUnit.MILLISECONDS), "the follower ended by itself");
    }

    private static List<DocumentId> anchor(ScriptNetwork network, AtomicBoolean enough) {
        List<DocumentId> anchored = new ArrayList<>();
        try (Ledger ledger = Client.ledger(network, "chamber")) {
            Anchoring anchoring = new Anchoring(ledger);
            do {
                anchored.addAll(anchoring.anchor(5));
            } while (!enough.get());
        }
        return anchored;
    }

    private static long catchUp(RegisterSettings settings, ScriptNetwork network) throws IOException {
        try (Ledger ledger = Client.ledger(network, "customs");
                Register register = Register.open(settings);
                Following following =
                        new Following(ledger.blocks(), register.followed(), register.rows(), state -> {})) {
            following.catchUp();
            return register.asOf().number();
        }
    }
}
