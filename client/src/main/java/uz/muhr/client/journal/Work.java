package uz.muhr.client.journal;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.submission.Attempted;
import uz.muhr.client.submission.Attempts;
import uz.muhr.client.submission.GroupCommit;
import uz.muhr.client.submission.Sendings.Sending;
import uz.muhr.client.submission.Wish;
import uz.muhr.protocol.anchoring.AnchorList;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.TransactionId;

/** Takes what was claimed to the ledger, and writes down what came of it. */
final class Work {
    private final Ledger ledger;
    private final Journal journal;
    private final Outcomes outcomes;
    private final JournalListener listener;
    private final Clock clock;
    private final Attempts attempts;
    private final CircuitBreaker breaker = Backoff.breaker();

    /** A list that a slow ledger does not endorse in time is tried smaller. */
    private final AtomicInteger listSize = new AtomicInteger(AnchorList.MOST);

    Work(Ledger ledger, Journal journal, Outcomes outcomes, JournalListener listener, Clock clock) {
        this.ledger = ledger;
        this.journal = journal;
        this.outcomes = outcomes;
        this.listener = listener;
        this.clock = clock;
        this.attempts = new Attempts(ledger, listener);
    }

    /** What is due, unless the ledger is to be left alone; whoever is given any has to {@link #attempt} it. */
    List<Claimed> claim(Lane lane) {
        if (!breaker.tryAcquirePermission()) {
            return List.of();
        }
        List<Claimed> claimed = List.of();
        try {
            claimed = journal.queue().claim(lane, lane == Lane.LIST ? listSize.get() : 1);
            return claimed;
        } finally {
            if (claimed.isEmpty()) {
                breaker.releasePermission();
            }
        }
    }

    void attempt(Lane lane, List<Claimed> claimed) {
        long began = System.nanoTime();
        boolean answered = false;
        try {
            answered = switch (lane) {
                case LIST -> attemptList(claimed);
                case SINGLE -> attemptSingle(claimed.get(0));
            };
        } finally {
            long took = System.nanoTime() - began;
            if (answered) {
                breaker.onSuccess(took, TimeUnit.NANOSECONDS);
            } else {
                breaker.onError(took, TimeUnit.NANOSECONDS, new IllegalStateException("The ledger did not answer."));
            }
        }
    }

    private boolean attemptSingle(Claimed claimed) {
        Attempted end = attempts.attempt(claimed.submitted().wish(), claimed.sendings());
        write(Map.of(claimed, end));
        return answered(end);
    }

    private boolean attemptList(List<Claimed> list) {
        Map<DocumentId, Claimed> byDocument = new HashMap<>();
        List<Wish.Anchor> anchors = new ArrayList<>();
        for (Claimed claimed : list) {
            Wish.Anchor anchor = (Wish.Anchor) claimed.submitted().wish();
            byDocument.put(anchor.receipt().documentId(), claimed);
            anchors.add(anchor);
        }
        ListBook book = new ListBook(byDocument);
        new GroupCommit(ledger, listener, book).attempt(anchors);
        listSize.updateAndGet(
                size -> book.answered ? Math.min(AnchorList.MOST, size * 2) : Math.max(1, list.size() / 2));
        return book.answered;
    }

    /** Keeps the journal while a list is under way, in halves perhaps. */
    private final class ListBook implements GroupCommit.Told {
        private final Map<DocumentId, Claimed> byDocument;
        private boolean answered = true;

        private ListBook(Map<DocumentId, Claimed> byDocument) {
            this.byDocument = byDocument;
        }

        @Override
        public void sending(List<DocumentId> documents, TransactionId transaction) {
            journal.queue().notes().sending(places(documents), new Sending(transaction, "", now()));
        }

        @Override
        public void invalid(List<DocumentId> documents, TransactionId transaction) {
            journal.queue().notes().invalid(places(documents), transaction);
        }

        @Override
        public void ended(Map<DocumentId, Attempted> documents) {
            Map<Claimed, Attempted> ends = new HashMap<>();
            documents.forEach((document, end) -> {
                Claimed claimed = claimed(document);
                ends.put(
                        claimed,
                        end instanceof Attempted.Refused refused && !refused.taken()
                                ? attempts.unlessSent(refused, claimed.sendings())
                                : end);
                answered &= answered(end);
            });
            write(ends);
        }

        private List<Long> places(List<DocumentId> documents) {
            return documents.stream().map(this::claimed).map(Claimed::place).toList();
        }

        private Claimed claimed(DocumentId document) {
            return Objects.requireNonNull(byDocument.get(document));
        }
    }

    /** Gives back what could not be attempted to its end, for a reason that lies here. */
    void giveBack(List<Claimed> claimed) {
        Map<Claimed, Attempted> ends = new HashMap<>();
        claimed.forEach(each -> ends.put(each, new Attempted.NotSent("This client failed; its log says why.")));
        write(ends);
    }

    private void write(Map<Claimed, Attempted> ends) {
        List<End> rows = new ArrayList<>();
        ends.forEach((claimed, end) -> rows.add(end(claimed, end)));
        journal.queue().write(rows);
        for (End row : rows) {
            if (row.submitted().settled()) {
                journal.settled();
                outcomes.tell(row.submitted());
                listener.settled(row.submitted());
            } else {
                listener.putOff(row.submitted());
            }
        }
    }

    private End end(Claimed claimed, Attempted end) {
        Submitted before = claimed.submitted();
        int attempt = before.attempts() + 1;
        Instant now = now();
        Submitted.State state;
        if (end instanceof Attempted.Done done) {
            state = new Submitted.Done(now, done.place(), done.answer());
        } else if (end instanceof Attempted.Refused refused) {
            state = new Submitted.Refused(now, refused.refusal());
        } else {
            state = new Submitted.Received(Optional.of(why(end)));
        }
        return new End(
                claimed.place(),
                new Submitted(before.id(), before.wish(), before.received(), attempt, state),
                now.plus(Backoff.after(attempt)));
    }

    private static String why(Attempted end) {
        if (end instanceof Attempted.NotSent notSent) {
            return notSent.sentence();
        }
        return end instanceof Attempted.Unknown unknown
                ? unknown.sentence()
                : "Another transaction came first; it is attempted again.";
    }

    private static boolean answered(Attempted end) {
        return !(end instanceof Attempted.NotSent) && !(end instanceof Attempted.Unknown);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
