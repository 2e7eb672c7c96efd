package uz.muhr.client.submission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import uz.muhr.client.commitment.DurableFile;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.fabric.LedgerUnavailableException;
import uz.muhr.client.fabric.OutcomeUnknownException;
import uz.muhr.client.fabric.TooLargeException;
import uz.muhr.client.submission.Attempted.Done;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.refusal.Refusal;

/**
 * Takes wishes about container seals to the ledger one after the other, each noted on disk before anything is sent. What was
 * interrupted at any point is finished by the next command before it does anything else, and happens once. The note of what is
 * done stays until {@link #close}, when whoever asked for it was told.
 */
public final class NotedAttempts implements AutoCloseable {
    /** A list of 500 readings is half a megabyte, and what the contract answers to it a tenth of that each time it is sent. */
    private static final long LONGEST = 8 << 20;

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
     * @throws TooLargeException when the network takes no transaction of this size: nothing was written
     * @throws OutcomeUnknownException when it was sent and nobody said what became of it: the next command finds out
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
            return settled(new Noted(wanted, List.of()));
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
        Optional<Noted> noted =
                note.read("note of a write that is under way", LONGEST).map(Noted::parse);
        return noted.flatMap(interrupted -> {
            try {
                return Optional.of(new Finished(interrupted.wish(), settled(interrupted)));
            } catch (Refusal | TooLargeException notTaken) {
                return Optional.empty();
            }
        });
    }

    /** The note goes when it is not taken, which is said only once nothing that was sent for it can still be ordered. */
    private Done settled(Noted noted) {
        try {
            Done settled = attempt(noted);
            done = true;
            return settled;
        } catch (Refusal | TooLargeException notTaken) {
            note.delete();
            throw notTaken;
        }
    }

    private Done attempt(Noted noted) {
        Sendings sendings = new Sendings(noted.sent(), new Lines(noted));
        try {
            return attempts.settle(noted.wish(), sendings);
        } catch (Refusal | TooLargeException notTaken) {
            // It may not be taken because an earlier attempt at it came through.
            return traces.of(noted.wish()).orElseThrow(() -> sendings.pending(Instant.now())
                    .<RuntimeException>map(sending -> new OutcomeUnknownException(sending.transaction(), notTaken))
                    .orElse(notTaken));
        }
    }

    /** Keeps in the note what may be on the ledger, before it is sent. */
    private final class Lines implements Sendings.Book {
        private Noted noted;

        Lines(Noted noted) {
            this.noted = noted;
        }

        @Override
        public void sending(Sendings.Sending sending) {
            write(noted.with(sending));
        }

        @Override
        public void invalid(TransactionId transaction) {
            write(noted.without(transaction));
        }

        private void write(Noted next) {
            noted = next;
            note.replace(noted.write());
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
}
