package uz.muhr.client.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import uz.muhr.client.following.BlockMark;
import uz.muhr.client.following.FollowingState;

/** How far a rebuild is, once a second on standard error. */
final class RebuildProgress implements Consumer<FollowingState> {
    private static final long BETWEEN_LINES = Duration.ofSeconds(1).toNanos();
    private static final double NANOS_IN_A_SECOND = 1e9;

    private final PrintWriter err;
    private final long begun = System.nanoTime();
    private long shown = begun;

    RebuildProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void accept(FollowingState state) {
        if (System.nanoTime() - shown >= BETWEEN_LINES) {
            show(state);
        }
    }

    void end(FollowingState state) {
        show(state);
    }

    private void show(FollowingState state) {
        shown = System.nanoTime();
        double seconds = (shown - begun) / NANOS_IN_A_SECOND;
        err.println(String.format(
                Locale.ROOT,
                "muhr: block %d of %d, %d versions of documents, %.0f a second",
                state.last().map(BlockMark::number).orElse(0L),
                Math.max(0, state.height() - 1),
                state.rows(),
                state.rows() / seconds));
    }
}
