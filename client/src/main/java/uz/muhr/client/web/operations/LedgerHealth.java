package uz.muhr.client.web.operations;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import uz.muhr.client.fabric.BlockPeer;
import uz.muhr.client.fabric.BlockPeers;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.fabric.LedgerUnavailableException;

/** Whether a peer of the profile answers, tried at this moment. */
@Component("ledgerHealthIndicator")
final class LedgerHealth implements HealthIndicator {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final BlockPeers peers;

    LedgerHealth(Ledger ledger) {
        this.peers = ledger.blocks();
    }

    @Override
    public Health health() {
        Health.Builder health = Health.down();
        for (int turn = 0; turn < peers.count(); turn++) {
            try (BlockPeer peer = peers.open(turn)) {
                long height = peer.height(PATIENCE);
                return Health.up()
                        .withDetail("peer", peer.address())
                        .withDetail("height", height)
                        .build();
            } catch (LedgerUnavailableException e) {
                health.withDetail("fault", e.sentence());
            }
        }
        return health.build();
    }
}
