package uz.muhr.client.submission;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.submission.Attempted.Done;
import uz.muhr.client.submission.Attempted.NotSent;
import uz.muhr.client.submission.Attempted.Overtaken;
import uz.muhr.client.submission.Attempted.Refused;
import uz.muhr.client.submission.Attempted.Unknown;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * Anchors documents whose receipts lie beside them. Anchoring is create-once and the salt lies on disk before the first
 * proposal, so that whatever happens in between, submitting again finds the same record or makes it: never lost, never
 * doubled.
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
        Map<DocumentId, Pending> open = new LinkedHashMap<>();
        list.forEach(item -> open.put(item.receipt().documentId(), item));
        List<Outcome> outcomes = new ArrayList<>();
        GroupCommit lists = new GroupCommit(
                ledger,
                Stages.UNWATCHED,
                GroupCommit.only(ends -> ends.forEach((id, end) -> {
                    if (!(end instanceof Overtaken)) {
                        outcomes.add(outcome(Objects.requireNonNull(open.remove(id)), end));
                    }
                })));
        for (int attempt = 0; attempt < MOST_ATTEMPTS && !open.isEmpty(); attempt++) {
            lists.attempt(open.values().stream()
                    .map(item -> new Wish.Anchor(item.receipt()))
                    .toList());
        }
        open.values()
                .forEach(item -> outcomes.add(item.notSent("Other transactions came first " + MOST_ATTEMPTS
                        + " times; it goes through when fewer are under way.")));
        return outcomes;
    }

    private static Outcome outcome(Pending item, Attempted end) {
        if (end instanceof Done done) {
            return item.anchored(done.place(), done.before());
        }
        if (end instanceof Refused refused) {
            return refused.taken() ? item.refusedForGood(refused.refusal()) : item.refused(refused.refusal());
        }
        return end instanceof NotSent notSent
                ? item.notSent(notSent.sentence())
                : item.unknown(((Unknown) end).sentence());
    }
}
