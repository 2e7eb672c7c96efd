package uz.muhr.client.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.network.script.ScriptNetwork;

/** A journal that is worked off forgets by itself. */
@Tag("ledger")
@ExtendWith(TestNetwork.class)
class ForgettingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void whatItKeepsNoLongerIsForgottenWhileOthersAreSettled(ScriptNetwork network) {
        Submitted old;
        try (Site site = site(network, Duration.ofDays(1))) {
            old = site.accept(Site.newDocument());
            site.assertAnchoredOnce(old);
        }
        try (Site site = site(network, Duration.ofDays(1))) {
            assertTrue(site.find(old).settled(), "it is kept");
        }
        try (Site site = site(network, Duration.ZERO)) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (site.journal().find(old.id()).isPresent()) {
                assertTrue(System.nanoTime() < end, "it is not forgotten");
            }
            site.assertAnchoredOnce(site.accept(Site.newDocument()));
            assertEquals(List.of(), site.said().faults());
        }
    }

    private Site site(ScriptNetwork network, Duration keep) {
        JournalSettings usual = Journals.onFile(folder, Duration.ZERO, Journals.DRAIN);
        return Site.open(
                new JournalSettings(
                        usual.database(),
                        usual.most(),
                        usual.lists(),
                        usual.others(),
                        usual.linger(),
                        usual.drain(),
                        keep),
                Client.ledger(network, "chamber"));
    }
}
