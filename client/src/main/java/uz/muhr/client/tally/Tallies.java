package uz.muhr.client.tally;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import uz.muhr.client.register.Register;
import uz.muhr.client.register.RegisterUnavailableException;

/**
 * Counts in memory, so that nobody who asks waits for a database, and writes what it counted beside the register every few
 * seconds. What was not written when the process is killed is lost: these are numbers for people to look at, and nothing
 * follows from them.
 */
public final class Tallies implements AutoCloseable {
    private static final Duration BETWEEN_WRITES = Duration.ofSeconds(5);

    private final Supplier<Register> register;
    private final Clock clock;
    private final Map<Tally, Long> counted = new ConcurrentHashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "tallies");

    public Tallies(Supplier<Register> register, Clock clock) {
        this.register = register;
        this.clock = clock;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Counts one more. */
    public void count(Kind kind, String code) {
        add(new Tally(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), kind, code), 1);
    }

    /**
     * All that was counted so far on some days.
     *
     * @throws RegisterUnavailableException when the database does not answer
     */
    public TallyView counted(TallyQuestion question) {
        write();
        return register.get().beside(jdbc -> TallyRows.counted(jdbc, question));
    }

    /** One at a time, so that what one of them could not write is there for the next. */
    private synchronized void write() {
        Map<Tally, Long> taken = new HashMap<>();
        for (Tally tally : List.copyOf(counted.keySet())) {
            Long times = counted.remove(tally);
            if (times != null) {
                taken.put(tally, times);
            }
        }
        if (taken.isEmpty()) {
            return;
        }
        try {
            register.get().beside(jdbc -> {
                TallyRows.add(jdbc, taken);
                return taken;
            });
        } catch (RegisterUnavailableException e) {
            taken.forEach(this::add);
            throw e;
        }
    }

    private void add(Tally tally, long times) {
        counted.merge(tally, times, Long::sum);
    }

    private void run() {
        try {
            while (!stopped.await(BETWEEN_WRITES.toMillis(), TimeUnit.MILLISECONDS)) {
                writeIfPossible();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeIfPossible() {
        try {
            write();
        } catch (RegisterUnavailableException e) {
            // It is in memory still, and written once the database is back; that it is away, its health says.
        }
    }

    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join(BETWEEN_WRITES.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        writeIfPossible();
    }
}
