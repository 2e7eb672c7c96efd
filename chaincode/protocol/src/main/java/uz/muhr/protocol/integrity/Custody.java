package uz.muhr.protocol.integrity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.seal.SealHistory;
import uz.muhr.protocol.seal.SealRecord;
import uz.muhr.protocol.seal.SealState;

/**
 * One organisation's custody of a container seal.
 *
 * @param from by the vouched time, as all here
 * @param until absent while it lasts
 */
public record Custody(MspId holder, Instant from, Optional<Instant> until) {
    /** Who had custody of a seal, one after the other and without a gap, until the seal's life ended. */
    public static List<Custody> chain(SealHistory history) {
        List<Custody> chain = new ArrayList<>();
        for (SealRecord record : history.records()) {
            Instant time = record.changed().time();
            Optional<Custody> last = chain.isEmpty() ? Optional.empty() : Optional.of(chain.get(chain.size() - 1));
            if (last.isEmpty() || !last.get().holder().equals(record.holder())) {
                last.ifPresent(custody -> chain.set(chain.size() - 1, custody.ended(time)));
                chain.add(new Custody(record.holder(), time, Optional.empty()));
            }
            if (record.state() == SealState.REPLACED || record.state() == SealState.REMOVED) {
                chain.set(chain.size() - 1, chain.get(chain.size() - 1).ended(time));
            }
        }
        return List.copyOf(chain);
    }

    private Custody ended(Instant time) {
        return new Custody(holder, from, Optional.of(time));
    }
}
