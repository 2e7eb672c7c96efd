package uz.muhr.client.web.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import uz.muhr.client.register.EventPage;
import uz.muhr.client.register.EventView;
import uz.muhr.client.register.Interest;
import uz.muhr.client.register.LedgerEvent;
import uz.muhr.client.register.NewBlocks;
import uz.muhr.client.register.Position;
import uz.muhr.client.register.Register;
import uz.muhr.client.register.RegisterUnavailableException;
import uz.muhr.client.web.problem.ProblemCode;
import uz.muhr.client.web.problem.RefusedRequest;

/**
 * Tells readers what the register learns. Each reads the register's own rows on from where it stands, at its own pace, so
 * that nothing is queued for it and none waits for another. A reader holds one of the server's threads.
 */
public final class Feed {
    private static final int PAGE = 100;

    private final Supplier<Register> register;
    private final NewBlocks newBlocks;
    private final int most;
    private final Duration heartbeat;
    private final Semaphore seats;
    private final LongAdder told = new LongAdder();

    /**
     * A feed without readers.
     *
     * @param most how many readers there may be at a time
     * @param heartbeat how long a reader goes without a sign of life
     */
    public Feed(Supplier<Register> register, NewBlocks newBlocks, int most, Duration heartbeat) {
        this.register = register;
        this.newBlocks = newBlocks;
        this.most = most;
        this.heartbeat = heartbeat;
        this.seats = new Semaphore(most);
    }

    /** How many readers there are. */
    public int readers() {
        return most - seats.availablePermits();
    }

    /** How many events were told to any of them. */
    public long told() {
        return told.sum();
    }

    /**
     * Where a reader begins who wants only what comes.
     *
     * @throws RegisterUnavailableException while there is no register
     */
    public Position now() {
        return Position.endOf(register.get().asOf().number());
    }

    /**
     * Lets a reader in.
     *
     * @throws RefusedRequest TOO_MANY_READERS
     */
    public Seat seat() {
        if (!seats.tryAcquire()) {
            throw new RefusedRequest(
                    ProblemCode.TOO_MANY_READERS,
                    "This client tells " + most + " readers at a time, and all places are taken; come again later.");
        }
        return new Seat();
    }

    /** A reader's place, which others get once it is closed. */
    public final class Seat implements AutoCloseable {
        private Seat() {}

        /**
         * Tells all that is of interest, until the server ends, or the register is closed.
         *
         * @throws IOException when the reader is gone, or takes nothing for too long
         */
        public void tell(Interest interest, Position after, OutputStream out) throws IOException {
            EventStream stream = new EventStream(out);
            stream.begin(after);
            Position position = after;
            while (!newBlocks.isClosed()) {
                EventPage page = register.get().events(interest, position, PAGE);
                for (LedgerEvent event : page.events()) {
                    stream.event(EventView.of(event));
                    told.increment();
                }
                position = page.next();
                if (!page.events().isEmpty()) {
                    out.flush();
                }
                if (!page.full() && !newBlocks.await(page.asOf().number(), heartbeat)) {
                    stream.standing(position);
                }
            }
        }

        @Override
        public void close() {
            seats.release();
        }
    }
}
