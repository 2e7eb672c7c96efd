package uz.muhr.client.web.api;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import uz.muhr.client.commitment.ReceiptFile;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.submission.Order;
import uz.muhr.client.submission.Outcome;
import uz.muhr.client.submission.Submission;
import uz.muhr.client.web.problem.ProblemCode;
import uz.muhr.client.web.problem.RefusedRequest;
import uz.muhr.protocol.identifier.DocumentId;

/** Submits one document at a time under one receipt, which two requests at once would take from each other. */
@Component
final class Registration {
    private final Ledger ledger;
    private final Submission submission;
    private final ReceiptStore receipts;
    private final Set<DocumentId> underWay = ConcurrentHashMap.newKeySet();

    Registration(Ledger ledger, Submission submission, ReceiptStore receipts) {
        this.ledger = ledger;
        this.submission = submission;
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
        if (!underWay.add(id)) {
            throw new RefusedRequest(
                    ProblemCode.SUBMISSION_UNDER_WAY,
                    "Another request is submitting this document at this moment. Try again in a few seconds.");
        }
        try {
            return settled(
                    submission.submit(List.of(order(document, receipts.of(id)))).get(0));
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
