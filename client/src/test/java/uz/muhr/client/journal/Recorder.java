package uz.muhr.client.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Remembers what a journal said. */
final class Recorder implements JournalListener {
    private static final long PATIENCE_MILLIS = Duration.ofSeconds(60).toMillis();

    private final List<Integer> groups = new ArrayList<>();
    private final List<Submitted> putOff = new ArrayList<>();
    private final List<Exception> faults = new ArrayList<>();

    @Override
    public synchronized void group(int documents) {
        groups.add(documents);
        notifyAll();
    }

    @Override
    public synchronized void putOff(Submitted submitted) {
        putOff.add(submitted);
        notifyAll();
    }

    @Override
    public synchronized void failed(Exception fault) {
        faults.add(fault);
    }

    @Override
    public void settled(Submitted submitted) {}

    @Override
    public void took(Stage stage, Duration time) {}

    @Override
    public void overtaken() {}

    /** How many documents each transaction held, in the order in which they were sent. */
    synchronized List<Integer> groups() {
        return List.copyOf(groups);
    }

    synchronized List<Exception> faults() {
        return List.copyOf(faults);
    }

    /** Waits until an attempt at a submission came to nothing. */
    synchronized Submitted awaitPutOff(Submitted submitted) throws InterruptedException {
        Predicate<Submitted> same = each -> each.id().equals(submitted.id());
        long end = System.nanoTime() + Duration.ofMillis(PATIENCE_MILLIS).toNanos();
        while (putOff.stream().noneMatch(same)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("The submission was not attempted in vain; said was " + putOff);
            }
            wait(100);
        }
        return putOff.stream().filter(same).findFirst().orElseThrow();
    }
}
