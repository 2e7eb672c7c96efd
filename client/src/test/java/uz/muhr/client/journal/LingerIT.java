package uz.muhr.client.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.OtherProfile;
import uz.muhr.client.StandInPeer;
import uz.muhr.client.TestNetwork;
import uz.muhr.network.script.ScriptNetwork;

/** How long a document waits for others that might share its transaction. */
@Tag("ledger")
@Tag("long-on-fabric")
@ExtendWith(TestNetwork.class)
class LingerIT {
    /** Longer than any commit takes here. */
    private static final Duration LONG = Duration.ofMinutes(1);

    /** Longer than ten documents take to be written down here, and shorter than a proposal may. */
    private static final Duration SHORT = Duration.ofSeconds(8);

    private final ScriptNetwork network;

    @TempDir
    Path folder;

    LingerIT(ScriptNetwork network) {
        this.network = network;
    }

    @Test
    void toAnIdleLedgerADocumentGoesAtOnceHoweverLongTheLinger() throws IOException {
        try (StandInPeer peer = StandInPeer.of(network, "chamber");
                Site site = site(peer, LONG)) {
            for (int i = 0; i < 3; i++) {
                Submitted end = site.end(site.accept(Site.newDocument()));
                Instant settled = ((Submitted.Done) end.state()).at();
                assertTrue(settled.isBefore(end.received().plus(LONG)), end::toString);
            }
            assertEquals(List.of(1, 1, 1), site.said().groups());
        }
    }

    @Test
    void besideAListThatIsUnderWayDocumentsComeTogetherThoughAnotherListCouldGo() throws Exception {
        try (StandInPeer peer = StandInPeer.of(network, "chamber");
                Site site = site(peer, SHORT)) {
            Held endorsing = Held.next(1, peer, "Endorse");
            Submitted first = site.accept(Site.newDocument());
            endorsing.awaitOne();
            List<Submitted> together = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                together.add(site.accept(Site.newDocument()));
            }
            together.forEach(site::assertAnchoredOnce);
            endorsing.release();
            site.assertAnchoredOnce(first);
            assertEquals(List.of(10, 1), site.said().groups());
        }
    }

    @Test
    void aSingleWriteDoesNotWaitForTheCompanyOfOthers() throws Exception {
        try (StandInPeer peer = StandInPeer.of(network, "chamber");
                Site site = site(peer, LONG)) {
            Submitted anchored = site.accept(Site.newDocument());
            site.assertAnchoredOnce(anchored);
            Held endorsing = Held.next(1, peer, "Endorse");
            Submitted first = site.accept(Site.newDocument());
            endorsing.awaitOne();
            Submitted lingers = site.accept(Site.newDocument());
            site.assertSuspendedOnce(site.accept(Site.suspension(anchored)));
            assertFalse(site.find(lingers).settled());
            endorsing.release();
            site.assertAnchoredOnce(first);
            site.assertAnchoredOnce(lingers);
        }
    }

    private Site site(StandInPeer peer, Duration linger) throws IOException {
        return Site.open(
                Journals.onFile(folder, linger, Journals.DRAIN),
                new OtherProfile(network, "chamber").gateway("chamber", peer).open(folder.resolve("profiles")));
    }
}
