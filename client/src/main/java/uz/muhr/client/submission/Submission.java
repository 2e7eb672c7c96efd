package uz.muhr.client.submission;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import uz.muhr.client.commitment.Place;
import uz.muhr.client.fabric.ConflictException;
import uz.muhr.client.fabric.Endorsed;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.fabric.LedgerUnavailableException;
import uz.muhr.client.fabric.OutcomeUnknownException;
import uz.muhr.protocol.anchoring.AnchorList;
import uz.muhr.protocol.anchoring.AnchorOutcome;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * Anchors documents. Anchoring is create-once and the salt lies on disk before the first proposal, so that whatever
 * happens in between, submitting again finds the same record or makes it: never lost, never doubled.
 */
public final class Submission {
    /** How often a list is proposed anew after another transaction came first. */
    private static final int MOST_ATTEMPTS = 6;

    /** How many documents share a transaction; more gain little, and a conflict costs the whole list. */
    private static final int LIST = 100;

    private final Ledger ledger;
    private final SecureRandom random;

    public Submission(Ledger ledger, SecureRandom random) {
        this.ledger = ledger;
        this.random = random;
    }

    /**
     * Submits orders; each gets its own outcome.
     *
     * @return in the order given
     */
    public List<Outcome> submit(List<Order> orders) {
        Map<Order, Outcome> outcomes = new HashMap<>();
        Map<DocumentId, Pending> pending = new LinkedHashMap<>();
        for (Order order : orders) {
            try {
                prepare(order, pending);
            } catch (Refusal refusal) {
                outcomes.put(order, new Outcome.Refused(order, refusal));
            }
        }
        List<Pending> all = new ArrayList<>(pending.values());
        for (int from = 0; from < all.size(); from += LIST) {
            submitList(all.subList(from, Math.min(all.size(), from + LIST)))
                    .forEach(outcome -> outcomes.put(outcome.order(), outcome));
        }
        return orders.stream().map(outcomes::get).map(Objects::requireNonNull).toList();
    }

    private void prepare(Order order, Map<DocumentId, Pending> pending) {
        DocumentId id = DocumentId.of(
                ledger.organisation(), order.type(), order.number().digest());
        Pending earlier = pending.get(id);
        if (earlier != null) {
            throw new Refusal(
                    ErrorCode.REPEATED_IN_LIST,
                    order.name() + " has the same type and number as "
                            + earlier.order().name() + ".");
        }
        pending.put(id, Pending.of(order, ledger.organisation(), random));
    }

    private List<Outcome> submitList(List<Pending> list) {
        List<Outcome> outcomes = new ArrayList<>();
        List<Pending> open = list;
        for (int attempt = 0; attempt < MOST_ATTEMPTS && !open.isEmpty(); attempt++) {
            open = attempt(open, outcomes);
        }
        open.forEach(item -> outcomes.add(item.notSent(
                "Other transactions came first " + MOST_ATTEMPTS + " times. Submit again when fewer are under way.")));
        return outcomes;
    }

    /**
     * Proposes a list once and has it committed.
     *
     * @return what is left to be tried anew, because another transaction came first
     */
    private List<Pending> attempt(List<Pending> open, List<Outcome> outcomes) {
        try {
            Endorsed endorsed = ledger.proposeAnchor(
                    new AnchorList(open.stream().map(Pending::item).toList()));
            List<Pending> taken = taken(open, AnchorOutcome.parse(endorsed.answer()), outcomes);
            return taken.isEmpty() || committed(endorsed, taken, outcomes) ? List.of() : taken;
        } catch (ConflictException e) {
            return open;
        } catch (LedgerUnavailableException e) {
            open.forEach(item -> outcomes.add(item.notSent(e.sentence())));
        } catch (Refusal e) {
            open.forEach(item -> outcomes.add(item.refused(e)));
        }
        return List.of();
    }

    /** The items that the contract takes; the outcomes of the others are settled. */
    private List<Pending> taken(List<Pending> open, List<AnchorOutcome> answers, List<Outcome> outcomes) {
        List<Pending> taken = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            if (answers.get(i) instanceof AnchorOutcome.Refused refused) {
                outcomes.add(refusedByContract(open.get(i), refused.refusal()));
            } else {
                taken.add(open.get(i));
            }
        }
        return taken;
    }

    /** Whether the outcomes are settled; not so when another transaction came first, and nothing was written. */
    private boolean committed(Endorsed endorsed, List<Pending> taken, List<Outcome> outcomes) {
        try {
            Place place = new Place(endorsed.id(), endorsed.commit());
            taken.forEach(item -> outcomes.add(item.anchored(place, false)));
            return true;
        } catch (ConflictException e) {
            return false;
        } catch (LedgerUnavailableException e) {
            taken.forEach(item -> outcomes.add(item.notSent(e.sentence())));
            return true;
        } catch (OutcomeUnknownException e) {
            taken.forEach(item -> outcomes.add(onTheLedger(item, e.sentence())));
            return true;
        }
    }

    private Outcome refusedByContract(Pending item, Refusal refusal) {
        if (refusal.code() != ErrorCode.DOCUMENT_EXISTS) {
            return item.refused(refusal);
        }
        // It may exist because an earlier submission of this very receipt came through.
        return onTheLedger(item, "The peer that was asked does not show the document yet. Submit again.");
    }

    /**
     * What the ledger says of a document that may have been anchored under this receipt, or by somebody else.
     *
     * @param absent what to say when it shows none: that proves nothing, because a peer may be behind
     */
    private Outcome onTheLedger(Pending item, String absent) {
        try {
            DocumentRecord record = ledger.read(item.receipt().documentId()).value();
            if (!record.commitment().equals(item.receipt().commitment())) {
                return item.refusedForGood(new Refusal(
                        ErrorCode.DOCUMENT_EXISTS,
                        ledger.organisation() + " has already anchored another "
                                + item.receipt().type().title() + " under number "
                                + item.receipt().number() + ", or this one with another receipt."));
            }
            TransactionId transaction = record.anchored().transaction();
            return item.anchored(new Place(transaction, ledger.blockOf(transaction)), true);
        } catch (LedgerUnavailableException e) {
            return item.unknown(e.sentence());
        } catch (Refusal e) {
            return item.unknown(e.code() == ErrorCode.UNKNOWN_DOCUMENT ? absent : e.sentence());
        }
    }
}
