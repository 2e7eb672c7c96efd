package uz.muhr.client.submission;

import java.time.Instant;
import java.util.Optional;
import uz.muhr.client.commitment.Place;
import uz.muhr.client.fabric.ConflictException;
import uz.muhr.client.fabric.Endorsed;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.fabric.LedgerUnavailableException;
import uz.muhr.client.fabric.OutcomeUnknownException;
import uz.muhr.client.fabric.TooLargeException;
import uz.muhr.client.submission.Attempted.Done;
import uz.muhr.client.submission.Sendings.Sending;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * Takes one wish to the ledger. It names what it expects: proposed anew after another transaction came first, it is refused
 * by the contract when that was in its way, and never applied twice.
 */
public final class Attempts {
    /** How often a wish is proposed when others come first. */
    private static final int MOST = 12;

    private final Ledger ledger;
    private final Transactions transactions;
    private final Stages stages;

    public Attempts(Ledger ledger, Stages stages) {
        this.ledger = ledger;
        this.transactions = new Transactions(stages);
        this.stages = stages;
    }

    /**
     * Attempts it until it is done.
     *
     * @throws Refusal the contract's own; STALE_SEQUENCE when others came first every time
     * @throws LedgerUnavailableException when nothing was sent
     * @throws OutcomeUnknownException when it was sent and nobody said what became of it
     */
    public Done settle(Wish wish) {
        return settle(wish, Sendings.none());
    }

    /** The same, after finding out what became of those attempts of which nobody knew. */
    Done settle(Wish wish, Sendings sendings) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(wish, sendings);
            } catch (ConflictException e) {
                if (attempt == MOST) {
                    throw new Refusal(
                            ErrorCode.STALE_SEQUENCE,
                            "Other transactions came first " + MOST
                                    + " times; nothing was changed. Look, then try again.",
                            e);
                }
            }
        }
    }

    /** Attempts it once, after finding out what became of those attempts of which nobody knew. */
    public Attempted attempt(Wish wish, Sendings sendings) {
        try {
            return once(wish, sendings);
        } catch (ConflictException e) {
            return new Attempted.Overtaken();
        } catch (LedgerUnavailableException e) {
            return new Attempted.NotSent(e.sentence());
        } catch (OutcomeUnknownException e) {
            return new Attempted.Unknown(e.sentence());
        } catch (TooLargeException e) {
            return new Attempted.Refused(Refusal.malformed(String.valueOf(e.getMessage())), false);
        } catch (Refusal e) {
            return new Attempted.Refused(e, false);
        }
    }

    /** A refusal, unless it may be the doing of an earlier attempt: that came through, or nobody knows it yet. */
    public Attempted unlessSent(Attempted.Refused refused, Sendings sendings) {
        return found(sendings)
                .<Attempted>map(done -> done)
                .or(() -> sendings.pending(Instant.now())
                        .map(sending -> new Attempted.Unknown(
                                "It is not known yet what became of transaction " + sending.transaction() + ".")))
                .orElse(refused);
    }

    private Optional<Done> found(Sendings sendings) {
        return sendings.open().stream()
                .flatMap(sending -> whatBecameOf(sending, sendings).stream())
                .findFirst();
    }

    private Done once(Wish wish, Sendings sendings) {
        Optional<Done> earlier = found(sendings);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Endorsed endorsed = endorse(wish, sendings);
        sendings.add(endorsed.id(), endorsed.answer());
        try {
            return new Done(new Place(endorsed.id(), transactions.commit(endorsed)), endorsed.answer(), false);
        } catch (ConflictException e) {
            sendings.invalid(endorsed.id());
            stages.overtaken();
            throw e;
        } catch (LedgerUnavailableException | TooLargeException e) {
            sendings.invalid(endorsed.id());
            throw e;
        }
    }

    private Endorsed endorse(Wish wish, Sendings sendings) {
        try {
            return transactions.endorse(() -> wish.propose(ledger));
        } catch (Refusal refusal) {
            Optional<Sending> pending = sendings.pending(Instant.now());
            if (pending.isPresent()) {
                // What it is refused for may be our own doing, which the peer that was asked does not show yet.
                throw new OutcomeUnknownException(pending.get().transaction(), refusal);
            }
            throw refusal;
        }
    }

    private Optional<Done> whatBecameOf(Sending sending, Sendings sendings) {
        try {
            long block = ledger.sent(sending.transaction()).block();
            return Optional.of(new Done(new Place(sending.transaction(), block), sending.answer(), true));
        } catch (ConflictException | LedgerUnavailableException e) {
            sendings.invalid(sending.transaction());
            return Optional.empty();
        } catch (OutcomeUnknownException e) {
            return Optional.empty();
        }
    }
}
