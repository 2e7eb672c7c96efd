package uz.muhr.client.submission;

import java.time.Duration;
import java.util.function.Supplier;
import uz.muhr.client.fabric.Endorsed;
import uz.muhr.client.fabric.Sent;
import uz.muhr.client.submission.Stages.Stage;

/** Takes a transaction through its stages, and says how long each took. */
record Transactions(Stages stages) {

    Endorsed endorse(Supplier<Endorsed> proposal) {
        return timed(Stage.ENDORSE, proposal);
    }

    /**
     * Has it ordered and waits until it is committed; fails as {@link Endorsed#commit}.
     *
     * @return the number of the block
     */
    long commit(Endorsed endorsed) {
        Sent sent = timed(Stage.SUBMIT, endorsed::send);
        return timed(Stage.COMMIT, sent::block);
    }

    private <T> T timed(Stage stage, Supplier<T> work) {
        long began = System.nanoTime();
        try {
            return work.get();
        } finally {
            stages.took(stage, Duration.ofNanos(System.nanoTime() - began));
        }
    }
}
