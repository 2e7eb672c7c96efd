package uz.muhr.client.web.api;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uz.muhr.client.journal.JournalListener;
import uz.muhr.client.journal.SubmissionId;
import uz.muhr.client.journal.Submitted;

/** Passes on what the journal tells of its submissions to those who wait for news of some of them. */
@Component
final class SubmissionNews implements JournalListener {
    private final Set<Ear> ears = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Hears of some submissions, from now until it is closed. */
    final class Ear implements AutoCloseable {
        private final Set<SubmissionId> of;
        /** Of each submission the journal tells little: as many attempts as it needs. */
        private final BlockingQueue<Submitted> heard = new LinkedBlockingQueue<>();

        private Ear(Set<SubmissionId> of) {
            this.of = Set.copyOf(of);
        }

        /** The next news; null when there was none for so long, or there will be none any more. */
        @Nullable
        Submitted next(Duration patience) throws InterruptedException {
            return closed ? null : heard.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public void close() {
            ears.remove(this);
        }
    }

    Ear of(Set<SubmissionId> submissions) {
        Ear ear = new Ear(submissions);
        ears.add(ear);
        return ear;
    }

    /** Whether the client is being stopped. */
    boolean isClosed() {
        return closed;
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closed = true;
    }

    @Override
    public void settled(Submitted submitted) {
        tell(submitted);
    }

    @Override
    public void putOff(Submitted submitted) {
        tell(submitted);
    }

    private void tell(Submitted submitted) {
        for (Ear ear : ears) {
            if (ear.of.contains(submitted.id())) {
                ear.heard.add(submitted);
            }
        }
    }

    @Override
    public void failed(Exception fault) {}

    @Override
    public void took(Stage stage, Duration time) {}

    @Override
    public void group(int documents) {}

    @Override
    public void overtaken() {}
}
