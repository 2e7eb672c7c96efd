package uz.muhr.client.journal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Submissions that were taken in here, and claimed in the same transaction: whoever works them off need not look for them in
 * the database. Other processes find none of these while this one says that it is alive. One thread adds, another takes.
 */
final class Handed {
    private final Map<Lane, LinkedBlockingQueue<Claimed>> claimed = new EnumMap<>(Lane.class);
    private final Map<Lane, Integer> most;

    /** @param most how many may be there of each lane */
    Handed(Map<Lane, Integer> most) {
        this.most = Map.copyOf(most);
        for (Lane lane : Lane.values()) {
            claimed.put(lane, new LinkedBlockingQueue<>());
        }
    }

    /** How many more may be added. */
    int room(Lane lane) {
        return most.getOrDefault(lane, 0) - of(lane).size();
    }

    void add(Claimed one) {
        of(Lane.of(one.submitted().wish())).add(one);
    }

    /** The oldest, and so many at most. */
    List<Claimed> take(Lane lane, int some) {
        List<Claimed> taken = new ArrayList<>();
        of(lane).drainTo(taken, some);
        return taken;
    }

    private LinkedBlockingQueue<Claimed> of(Lane lane) {
        return Objects.requireNonNull(claimed.get(lane));
    }
}
