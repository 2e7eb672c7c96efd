package uz.muhr.client;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.fabric.LedgerUnavailableException;
import uz.muhr.network.script.ScriptNetwork;

/** The peers of a network, each asked by a client of its own organisation how many blocks it has. */
record Level(List<Ledger> peers) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static Level of(ScriptNetwork network) {
        return new Level(network.topology().organisations().stream()
                .map(organisation -> Client.ledger(network, organisation.name()))
                .toList());
    }

    /** Returns once each has as many as any has now; one that is down is not waited for. */
    void await() {
        Map<Ledger, Long> heights = new HashMap<>();
        peers.forEach(peer -> heights.put(peer, height(peer)));
        long most = Collections.max(heights.values());
        heights.forEach((peer, height) -> {
            if (height > 0 && height < most) {
                assertTrue(peer.checkpoints().height(most, PATIENCE) >= most, "a peer stays behind: " + height);
            }
        });
    }

    private static long height(Ledger peer) {
        try {
            return peer.checkpoints().height();
        } catch (LedgerUnavailableException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        peers.forEach(Ledger::close);
    }
}
