package uz.muhr.client.submission;

import uz.muhr.client.commitment.Receipt;
import uz.muhr.protocol.refusal.Refusal;

/** What became of an order. */
public sealed interface Outcome {
    Order order();

    /**
     * It is on the ledger, and its receipt is whole.
     *
     * @param before whether it was there already, from an earlier submission of the same receipt
     */
    record Anchored(Order order, Receipt receipt, boolean before) implements Outcome {}

    /** It is not on the ledger and will not be. */
    record Refused(Order order, Refusal refusal) implements Outcome {}

    /** The ledger could not be asked; nothing was sent, and nothing is left of the attempt. */
    record NotSent(Order order, String sentence) implements Outcome {}

    /** Nobody could say. Its receipt waits as PENDING; submitting again finds out and doubles nothing. */
    record Unknown(Order order, String sentence) implements Outcome {}
}
