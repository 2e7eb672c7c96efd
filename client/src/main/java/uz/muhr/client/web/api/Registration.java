package uz.muhr.client.web.api;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import uz.muhr.client.commitment.ReceiptFile;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.submission.NewPaper;
import uz.muhr.client.submission.Order;
import uz.muhr.client.submission.Outcome;
import uz.muhr.client.submission.Submission;
import uz.muhr.client.web.problem.ProblemCode;
import uz.muhr.client.web.problem.RefusedRequest;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.refusal.Refusal;

/** Submits one document at a time under one receipt, which two requests at once would take from each other. */
@Component
final class Registration {
    private final Ledger ledger;
    private final Submission submission;
    private final NewPaper papers;
    private final ReceiptStore receipts;
    private final Set<DocumentId> underWay = ConcurrentHashMap.newKeySet();

    Registration(Ledger ledger, Submission submission, NewPaper papers, ReceiptStore receipts) {
        this.ledger = ledger;
        this.submission = submission;
        this.papers = papers;
        this.receipts = receipts;
    }

    /**
     * Anchors a document in the name of this client's organisation, or takes up an earlier attempt.
     *
     * @throws uz.muhr.protocol.refusal.Refusal when the ledger's rules say no
     * @throws RefusedRequest SUBMISSION_UNDER_WAY, LEDGER_UNAVAILABLE or OUTCOME_UNKNOWN
     */
    Outcome.Anchored submit(NewDocument document) {
        DocumentId id = DocumentId.of(
                ledger.organisation(), document.type(), document.number().digest());
        return alone(id, () -> submission
                .submit(List.of(order(document, receipts.of(id))))
                .get(0));
    }

    /** Puts a new document in another's place, or takes up an earlier attempt; fails as {@link #submit}. */
    Outcome.Anchored replace(DocumentId replaced, ReplacementForm form) {
        DocumentRecord record = ledger.read(replaced).value();
        DocumentId id = DocumentId.of(
                ledger.organisation(), record.type(), form.number().digest());
        return alone(id, () -> papers.replace(form.order(record.type(), receipts.of(id)), replaced, form.sequence()));
    }

    /**
     * Puts another file under the same number, or takes up an earlier attempt; fails as {@link #submit}.
     *
     * @throws uz.muhr.protocol.refusal.Refusal MALFORMED_ARGUMENT when the number is not the document's
     */
    Outcome.Anchored reissue(DocumentId document, ReplacementForm form) {
        DocumentRecord record = ledger.read(document).value();
        if (!DocumentId.of(record.issuer(), record.type(), form.number().digest())
                .equals(document)) {
            throw Refusal.malformed("\"number\" is not the number of the document that is to be reissued.");
        }
        ReceiptFile receipt = receipts.of(document, form.sequence() + 1);
        return alone(document, () -> papers.reissue(form.order(record.type(), receipt), form.sequence()));
    }

    private Outcome.Anchored alone(DocumentId id, Supplier<Outcome> work) {
        if (!underWay.add(id)) {
            throw new RefusedRequest(
                    ProblemCode.SUBMISSION_UNDER_WAY,
                    "Another request is submitting this document at this moment. Try again in a few seconds.");
        }
        try {
            return settled(work.get());
        } finally {
            underWay.remove(id);
        }
    }

    private static Order order(NewDocument document, ReceiptFile receipt) {
        return new Order(
                "The document",
                document.fingerprint(),
                document.type(),
                document.number(),
                document.validity(),
                document.kind(),
                document.quantity(),
                receipt);
    }

    private static Outcome.Anchored settled(Outcome outcome) {
        if (outcome instanceof Outcome.Anchored anchored) {
            return anchored;
        }
        if (outcome instanceof Outcome.Refused refused) {
            throw refused.refusal();
        }
        if (outcome instanceof Outcome.NotSent notSent) {
            throw new RefusedRequest(ProblemCode.LEDGER_UNAVAILABLE, notSent.sentence());
        }
        throw new RefusedRequest(ProblemCode.OUTCOME_UNKNOWN, ((Outcome.Unknown) outcome).sentence());
    }
}
