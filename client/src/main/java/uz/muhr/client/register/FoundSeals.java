package uz.muhr.client.register;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.following.BlockMark;
import uz.muhr.client.following.FollowingState;
import uz.muhr.protocol.integrity.SealVerdict;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.seal.SealRecord;

/**
 * A page of container seals.
 *
 * @param asOf the last block that the answer knows of
 * @param next what continues the search; empty on the last page
 */
public record FoundSeals(BlockMark asOf, List<FoundSeal> seals, Optional<Position> next) {
    public FoundSeals {
        seals = List.copyOf(seals);
    }

    /** One seal as it stands, and the verdict on it alone. */
    public record FoundSeal(SealRecord record, SealVerdict verdict) {}

    /**
     * The same for a person or another program.
     *
     * @param next names the next page; absent on the last one
     */
    public record Page(
            RegisterView.AsOf asOf,
            List<Found> seals,
            @Nullable String next) {
        /** As of when it holds, by what is followed. */
        public static Page of(FoundSeals found, FollowingState state, Instant now) {
            return new Page(
                    RegisterView.AsOf.of(found.asOf(), state, now),
                    found.seals().stream().map(Found::of).toList(),
                    found.next().map(Position::toString).orElse(null));
        }
    }

    /**
     * One seal, by its reference: what it is called only the consignment's receipt tells.
     *
     * @param sequence how many events it has
     */
    public record Found(
            String consignment,
            String seal,
            String state,
            String holder,
            String verdict,
            long sequence,
            String changed) {
        static Found of(FoundSeal found) {
            SealRecord record = found.record();
            return new Found(
                    record.name().consignment().hex(),
                    record.name().seal().hex(),
                    record.state().name(),
                    record.holder().value(),
                    found.verdict().name(),
                    record.sequence(),
                    LedgerTime.write(record.changed().time()));
        }
    }
}
