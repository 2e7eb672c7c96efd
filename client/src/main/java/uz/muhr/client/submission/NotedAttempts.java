package uz.muhr.client.submission;

import java.util.Optional;
import java.util.function.Supplier;
import uz.muhr.client.commitment.DurableFile;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.fabric.LedgerUnavailableException;
import uz.muhr.client.submission.Attempted.Done;
import uz.muhr.protocol.refusal.Refusal;

/**
 * Takes wishes about container seals to the ledger one after the other, each noted on disk before anything is sent. What was
 * interrupted at any point is finished by the next command before it does anything else, and happens once. The note of what is
 * done stays until {@link #close}, when whoever asked for it was told.
 */
public final class NotedAttempts implements AutoCloseable {
    /** A list of 500 readings is about half of it. */
    private static final long LONGEST = 1 << 20;

    private final Attempts attempts;
    private final SealTraces traces;
    private final DurableFile note;
    private boolean done = false;

    /** @param note where the wish that is under way is kept; nothing is there otherwise */
    public NotedAttempts(Ledger ledger, DurableFile note) {
        this.attempts = new Attempts(ledger, Stages.UNWATCHED);
        this.traces = new SealTraces(ledger);
        this.note = note;
    }

    /**
     * Settles a wish. When the one that was interrupted before asked for the same, that was it.
     *
     * @param wish made once nothing is unfinished, so that it names what is then the current version
     * @throws Refusal the contract's own; then nothing was changed
     * @throws LedgerUnavailableException when nothing was sent, or what was interrupted cannot be looked for
     * @throws uz.muhr.client.fabric.OutcomeUnknownException when it was sent and nobody said what became of it: the next
     *     command finds out
     */
    public Done settle(Supplier<SealWish> wish) {
        Optional<Finished> finished = finish();
        SealWish wanted = wish.get();
        if (finished.isPresent() && SameWish.is(finished.get().wish(), wanted)) {
            return finished.get().done();
        }
        close();
        if (!note.create(WishText.write(wanted))) {
            throw Refusal.malformed("Another command about this consignment is under way, as " + note.name()
                    + " says. Wait for it, then do this again.");
        }
        try {
            return settled(wanted);
        } catch (LedgerUnavailableException e) {
            // Nothing was sent, so nothing is to be finished.
            note.delete();
            throw e;
        }
    }

    /** Finishes what was interrupted, where anything was; fails as {@link #settle}. */
    public void finishFirst() {
        finish();
    }

    private record Finished(SealWish wish, Done done) {}

    /** Empty when nothing was interrupted, or the ledger does not take what was. */
    private Optional<Finished> finish() {
        if (done) {
            return Optional.empty();
        }
        Optional<SealWish> noted =
                note.read("note of a write that is under way", LONGEST).map(NotedAttempts::read);
        return noted.flatMap(wish -> {
            try {
                return Optional.of(new Finished(wish, settled(wish)));
            } catch (Refusal refusal) {
                return Optional.empty();
            }
        });
    }

    private Done settled(SealWish wish) {
        try {
            Done settled = attempt(wish);
            done = true;
            return settled;
        } catch (Refusal refusal) {
            note.delete();
            throw refusal;
        }
    }

    private Done attempt(SealWish wish) {
        try {
            return attempts.settle(wish);
        } catch (Refusal refusal) {
            // It may be refused because an earlier attempt at it came through.
            return traces.of(wish).orElseThrow(() -> refusal);
        }
    }

    /** Whoever asked was told, so nothing is to be finished any more. */
    @Override
    public void close() {
        if (done) {
            note.delete();
            done = false;
        }
    }

    private static SealWish read(String text) {
        if (WishText.parse(text) instanceof SealWish wish) {
            return wish;
        }
        throw Refusal.malformed("The note of a write that is under way is of another kind; move it away.");
    }
}
