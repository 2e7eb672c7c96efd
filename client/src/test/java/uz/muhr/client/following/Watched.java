package uz.muhr.client.following;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** The latest state of a follower, for a test that waits for one. */
final class Watched {
    static final int PATIENCE_SECONDS = 90;

    private FollowingState latest = FollowingState.notYet("nothing was seen");

    synchronized void see(FollowingState state) {
        latest = state;
        notifyAll();
    }

    synchronized void until(Predicate<FollowingState> wanted) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!wanted.test(latest)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new TimeoutException("The last state was " + latest);
            }
            wait(left);
        }
    }
}
