package uz.muhr.client.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import uz.muhr.client.commitment.ReceiptText;
import uz.muhr.client.consignment.ConsignmentText;
import uz.muhr.client.journal.Accepted;
import uz.muhr.client.journal.IdempotencyKey;
import uz.muhr.client.journal.LiveJournal;
import uz.muhr.client.journal.Submitted;
import uz.muhr.client.signing.Signers;
import uz.muhr.client.submission.SealWish;
import uz.muhr.client.submission.Wish;
import uz.muhr.client.web.access.Acting;
import uz.muhr.client.web.problem.ProblemCode;
import uz.muhr.client.web.problem.RefusedRequest;
import uz.muhr.protocol.refusal.Refusal;

/** Every write's way in: kept in the journal of whoever signs for the caller's role, then answered with its outcome, or with where to ask for it. */
public final class Submissions {
    private static final String KEY = "Idempotency-Key";
    private static final String PREFER = "Prefer";
    private static final String RESPOND_ASYNC = "respond-async";

    private final Signers signers;
    private final Duration patience;
    private final Semaphore waiters;

    /**
     * Asks nothing yet.
     *
     * @param patience how long a request waits for its outcome
     * @param waiters how many requests may wait, so that others find a thread
     */
    public Submissions(Signers signers, Duration patience, int waiters) {
        this.signers = signers;
        this.patience = patience;
        this.waiters = new Semaphore(waiters);
    }

    /**
     * Answers a change of a document, a permit or the authorities with what it came to: 200, or 202 while that is not known.
     *
     * @throws Refusal when the ledger's rules say no
     */
    ResponseEntity<Object> change(Wish wish, HttpServletRequest request) {
        return change(wish, request, answer -> ChangeResult.of(wish, answer));
    }

    /**
     * Answers a change that is shown by what its sender knows: 200, or 202 while it is not known what it came to.
     *
     * @param view shows what the contract answered
     * @throws Refusal when the ledger's rules say no
     */
    ResponseEntity<Object> change(Wish wish, HttpServletRequest request, Function<String, Object> view) {
        Accepted outcome = outcome(wish, key(request), request);
        return outcome.submitted().state() instanceof Submitted.Done done
                ? ResponseEntity.ok(view.apply(done.answer()))
                : notSettled(outcome.submitted(), request);
    }

    /**
     * Answers a new content with its receipt: 201; 200 when an earlier request brought it; 202 while that is not known.
     *
     * @throws Refusal when the ledger's rules say no
     */
    ResponseEntity<Object> content(Wish.NewContent wish, HttpServletRequest request) {
        Optional<IdempotencyKey> key = key(request);
        Accepted outcome = outcome(wish, key, request);
        return outcome.submitted()
                .receipt()
                // Under a key the answer is the same every time.
                .map(receipt -> ResponseEntity.status(
                                outcome.fresh() || key.isPresent() ? HttpStatus.CREATED : HttpStatus.OK)
                        .location(URI.create("/api/documents/" + receipt.documentId()))
                        .<Object>body(ReceiptText.write(receipt)))
                .orElseGet(() -> notSettled(outcome.submitted(), request));
    }

    /**
     * Answers a new consignment with its receipt: 201; 202 while it is not known what came of it.
     *
     * @throws Refusal when the ledger's rules say no
     */
    ResponseEntity<Object> opened(SealWish.Open wish, HttpServletRequest request) {
        Submitted submitted = outcome(wish, key(request), request).submitted();
        return submitted
                .consignment()
                .map(receipt -> ResponseEntity.status(HttpStatus.CREATED).<Object>body(ConsignmentText.write(receipt)))
                .orElseGet(() -> notSettled(submitted, request));
    }

    /**
     * Settles a write that another one needs, in the same name.
     *
     * @throws Refusal when the ledger's rules say no
     * @throws RefusedRequest LEDGER_UNAVAILABLE when nobody knows in time what came of it; the same request again finds out
     */
    void settle(Wish wish, HttpServletRequest request) {
        LiveJournal journal = signers.of(Acting.roles(request));
        Submitted submitted =
                awaited(journal, journal.accept(wish, Optional.empty()).submitted());
        if (submitted.state() instanceof Submitted.Refused refused) {
            throw refused.refusal();
        }
        if (!submitted.settled()) {
            throw new RefusedRequest(
                    ProblemCode.LEDGER_UNAVAILABLE,
                    "It is not known yet whether the organisation's registry key is on the ledger. Send the request again.");
        }
    }

    private Accepted outcome(Wish wish, Optional<IdempotencyKey> key, HttpServletRequest request) {
        boolean async = respondAsync(request);
        LiveJournal journal = signers.of(Acting.roles(request));
        Accepted accepted = journal.accept(wish, key);
        Submitted submitted = async ? accepted.submitted() : awaited(journal, accepted.submitted());
        if (submitted.state() instanceof Submitted.Refused refused) {
            throw refused.refusal();
        }
        return new Accepted(submitted, accepted.fresh());
    }

    private Submitted awaited(LiveJournal journal, Submitted submitted) {
        if (!waiters.tryAcquire()) {
            return submitted;
        }
        try {
            return journal.await(submitted, patience);
        } finally {
            waiters.release();
        }
    }

    private static ResponseEntity<Object> notSettled(Submitted submitted, HttpServletRequest request) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.accepted().location(URI.create("/api/submissions/" + submitted.id()));
        if (respondAsync(request)) {
            answer.header("Preference-Applied", RESPOND_ASYNC);
        }
        return answer.body(SubmissionView.of(submitted));
    }

    private static Optional<IdempotencyKey> key(HttpServletRequest request) {
        List<String> keys = Collections.list(request.getHeaders(KEY));
        if (keys.size() > 1) {
            throw Refusal.malformed("The request has the header " + KEY + " more than once.");
        }
        return keys.stream().findFirst().map(IdempotencyKey::new);
    }

    /** RFC 7240: preferences that nobody knows are ignored. */
    private static boolean respondAsync(HttpServletRequest request) {
        return Collections.list(request.getHeaders(PREFER)).stream()
                .flatMap(header -> List.of(header.split(",", -1)).stream())
                .map(preference -> preference.split(";", 2)[0].strip())
                .anyMatch(RESPOND_ASYNC::equalsIgnoreCase);
    }
}
