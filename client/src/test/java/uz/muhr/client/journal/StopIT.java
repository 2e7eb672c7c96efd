package uz.muhr.client.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.OtherProfile;
import uz.muhr.client.StandInPeer;
import uz.muhr.client.TestNetwork;
import uz.muhr.network.script.ScriptNetwork;

/** What becomes of submissions that are under way when the client is told to stop. */
@Tag("ledger")
@Tag("long-on-fabric")
@ExtendWith(TestNetwork.class)
class StopIT {
    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final long PATIENCE_SECONDS = 60;

    private final ScriptNetwork network;
    private final StandInPeer peer;

    @TempDir
    Path folder;

    StopIT(ScriptNetwork network) throws IOException {
        this.network = network;
        peer = StandInPeer.of(network, "chamber");
    }

    @AfterEach
    void close() {
        peer.close();
    }

    @Test
    void whatIsUnderWaySettlesBeforeTheEndAndNothingMoreIsAccepted() throws Exception {
        Site site = site(Duration.ofMinutes(1));
        Submitted anchored = site.accept(Site.newDocument());
        site.assertAnchoredOnce(anchored);
        Held committing = Held.next(2, peer, "CommitStatus");
        Submitted document = site.accept(Site.newDocument());
        committing.awaitOne();
        Submitted change = site.accept(Site.suspension(anchored));
        committing.awaitOne();
        site.journal().takeNoMore();
        assertThrows(JournalUnavailableException.class, () -> site.accept(Site.newDocument()));
        CompletableFuture<Void> closing = CompletableFuture.runAsync(site::close);
        committing.release();
        closing.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        peer.decide("Endorse", StandInPeer.unavailable("nothing is to be proposed any more"));
        try (Site next = site(DRAIN)) {
            assertTrue(next.find(document).settled());
            assertTrue(next.find(change).settled());
            next.assertAnchoredOnce(document);
            next.assertSuspendedOnce(change);
        }
    }

    @Test
    void whatDoesNotSettleInTimeStaysInTheJournalAndIsSettledOnceByTheNextStart() throws Exception {
        Site site = site(DRAIN);
        Submitted anchored = site.accept(Site.newDocument());
        site.assertAnchoredOnce(anchored);
        Held committing = Held.next(Integer.MAX_VALUE, peer, "CommitStatus");
        List<Submitted> documents = new ArrayList<>();
        for (int i = 0; i < Journals.LISTS; i++) {
            documents.add(site.accept(Site.newDocument()));
            committing.awaitOne();
        }
        Submitted change = site.accept(Site.suspension(anchored));
        committing.awaitOne();
        documents.add(site.accept(Site.newDocument()));
        long began = System.nanoTime();
        site.close();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertTrue(took.compareTo(DRAIN) >= 0 && took.compareTo(DRAIN.multipliedBy(2)) < 0, took::toString);
        committing.release();
        peer.mend();
        try (Site next = site(DRAIN)) {
            documents.forEach(next::assertAnchoredOnce);
            next.assertSuspendedOnce(change);
            assertEquals(List.of(), next.said().faults());
        }
    }

    private Site site(Duration drain) throws IOException {
        return Site.open(
                Journals.onFile(folder, Duration.ZERO, drain),
                new OtherProfile(network, "chamber").gateway("chamber", peer).open(folder.resolve("profiles")));
    }
}
