package uz.muhr.client.apart;

import java.io.IOException;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.document.FileKind;
import uz.muhr.client.document.Suggestion;
import uz.muhr.client.stamp.Mark;
import uz.muhr.client.stamp.UnstampableException;
import uz.muhr.client.turn.Turns;

/**
 * Opens files in processes of their own: a few at a time, each within bounds of memory and time. A process that answered is
 * asked again, and ended when it has had nothing to do for a while; one that did not is ended at once.
 */
public final class OpenedApart implements AutoCloseable {
    private static final String TOO_MUCH =
            "The file takes more memory or time to be opened than a document may; it can only be anchored as it is.";

    private final OpeningBounds bounds;
    private final Turns turns;
    private final Deque<OtherProcess> idle = new ConcurrentLinkedDeque<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "opening");
        thread.setDaemon(true);
        return thread;
    });

    /** Starts nothing yet. */
    public OpenedApart(OpeningBounds bounds) {
        this.bounds = bounds;
        this.turns = new Turns(bounds.atATime(), bounds.turn(), OpeningBusyException::new);
    }

    /**
     * Does something for which files are held in memory, once there is a place for it.
     *
     * @throws OpeningBusyException when there is none for too long
     */
    public <T> T inTurn(Supplier<T> work) {
        return turns.take(work);
    }

    /** What a file says of itself; one that cannot be opened within the bounds is told as unread. */
    public Suggestion read(byte[] file) {
        return ask(new Question(file, Optional.empty())) instanceof Reply.Read read
                ? read.suggestion()
                : Suggestion.unread(FileKind.of(file), Suggestion.Stamping.UNREADABLE, TOO_MUCH);
    }

    /**
     * A stamped copy of a file.
     *
     * @throws UnstampableException when none is made
     */
    public byte[] stamp(byte[] file, Mark mark) {
        @Nullable Reply reply = ask(new Question(file, Optional.of(mark)));
        if (reply instanceof Reply.Stamped stamped) {
            return stamped.copy();
        }
        throw reply instanceof Reply.Unstampable unstampable
                ? new UnstampableException(unstampable.why(), unstampable.sentence())
                : new UnstampableException(UnstampableException.Cause.UNREADABLE, TOO_MUCH);
    }

    /** Null when there was no answer. */
    private @Nullable Reply ask(Question question) {
        OtherProcess process = null;
        try {
            process = process();
            Reply reply = process.ask(question, bounds.patience(), clock);
            keep(process);
            return reply;
        } catch (IOException e) {
            if (process != null) {
                process.kill();
            }
            return null;
        }
    }

    private OtherProcess process() throws IOException {
        for (OtherProcess kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            if (kept.isAlive()) {
                return kept;
            }
        }
        return OtherProcess.start(bounds.megabytes());
    }

    private void keep(OtherProcess process) {
        idle.addFirst(process);
        ScheduledFuture<?> unused =
                clock.schedule(() -> endIfIdle(process), bounds.idle().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Taken out first, so that nobody is given one that is about to end. */
    private void endIfIdle(OtherProcess process) {
        if (idle.remove(process)) {
            process.kill();
        }
    }

    /** How many processes wait for work. */
    int waiting() {
        return idle.size();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        idle.forEach(OtherProcess::kill);
        idle.clear();
    }
}
