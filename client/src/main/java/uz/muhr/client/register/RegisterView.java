package uz.muhr.client.register;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.following.BlockMark;
import uz.muhr.client.following.FollowingState;
import uz.muhr.client.following.Lag;
import uz.muhr.client.register.FoundPage.AtCustoms;
import uz.muhr.client.register.FoundPage.FoundDocument;
import uz.muhr.client.verification.RecordView;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.quantity.Amount;

/** What the register answers, for a person or another program. */
public final class RegisterView {
    private RegisterView() {}

    /**
     * As of when an answer holds.
     *
     * @param block the last block in the register
     * @param time the latest time that one of its transactions claims
     * @param height how many blocks the peer is known to have
     * @param lagBlocks how many of them are not in the register yet
     * @param lagSeconds how old the last one is, while any is missing; 0 when none is
     * @param peer host and port of the peer that is followed
     * @param fault why nothing is followed at this moment
     */
    public record AsOf(
            long block,
            String time,
            long height,
            long lagBlocks,
            long lagSeconds,
            String peer,
            @Nullable String fault) {

        public static AsOf of(BlockMark mark, FollowingState state, Instant now) {
            Lag lag = state.lag(mark, now);
            return new AsOf(
                    mark.number(),
                    LedgerTime.write(mark.time()),
                    Math.max(state.height(), mark.number() + 1),
                    lag.blocks(),
                    lag.seconds(),
                    state.peer(),
                    state.fault().orElse(null));
        }
    }

    /**
     * A page of documents, newest first.
     *
     * @param next names the next page; absent on the last one
     */
    public record Page(
            AsOf asOf, List<Found> documents, @Nullable String next) {
        public static Page of(FoundPage page, FollowingState state, Instant now) {
            return new Page(
                    AsOf.of(page.asOf(), state, now),
                    page.documents().stream().map(Found::of).toList(),
                    page.next().map(Position::toString).orElse(null));
        }
    }

    /**
     * One document.
     *
     * @param block the block that wrote this version of its record
     * @param drawn what is written off it; absent when nothing ever was, or another time was asked for
     * @param held whether customs holds it; absent when another time was asked for
     */
    public record Found(
            long block,
            RecordView record,
            @Nullable String drawn,
            @Nullable Boolean held) {
        public static Found of(FoundDocument found) {
            return new Found(
                    found.block(),
                    RecordView.of(found.document(), found.record()),
                    found.customs()
                            .flatMap(AtCustoms::drawn)
                            .map(Amount::toString)
                            .orElse(null),
                    found.customs().map(AtCustoms::held).orElse(null));
        }
    }

    /** How many documents were anchored, newest day first. */
    public record Counts(AsOf asOf, List<Count> counts) {
        public static Counts of(DailyCounts counts, FollowingState state, Instant now) {
            return new Counts(
                    AsOf.of(counts.asOf(), state, now),
                    counts.counts().stream()
                            .map(count -> new Count(
                                    count.on().toString(), count.issuer().value(), count.documents()))
                            .toList());
        }
    }

    /**
     * The documents of one issuer on one day.
     *
     * @param day in UTC, such as 2026-11-22
     */
    public record Count(String day, String issuer, long documents) {}
}
