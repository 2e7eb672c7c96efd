package uz.muhr.client.submission;

import java.security.SecureRandom;
import java.util.Optional;
import uz.muhr.client.commitment.Place;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * An order whose receipt lies on disk.
 *
 * @param fresh whether this submission wrote the receipt, so that nobody can have proposed it before
 */
record Pending(Order order, Receipt receipt, boolean fresh) {

    /**
     * Writes the receipt, or takes up the one that an earlier submission left.
     *
     * @throws Refusal DOCUMENT_EXISTS when there is a receipt of something else; MALFORMED_ARGUMENT when what is there is
     *     damaged
     */
    static Pending of(Order order, MspId issuer, SecureRandom random) {
        Optional<Receipt> found = order.receipt().read();
        if (found.isEmpty()) {
            Receipt receipt = Receipt.pending(
                    issuer,
                    order.type(),
                    order.number(),
                    order.validity(),
                    order.quantity(),
                    order.fingerprint(),
                    order.binder().bind(random));
            if (order.receipt().create(receipt)) {
                return new Pending(order, receipt, true);
            }
            found = order.receipt().read();
        }
        Receipt receipt = found.orElseThrow(() ->
                Refusal.malformed("The receipt " + order.receipt().name() + " was there and is gone. Submit again."));
        checkSame(order, issuer, receipt);
        return new Pending(order, receipt, false);
    }

    /** The receipt is complete: the document is on the ledger. */
    Outcome anchored(Place place, boolean before) {
        Receipt complete = receipt.anchoredAt(place);
        order.receipt().replace(complete);
        return new Outcome.Anchored(order, complete, before);
    }

    /** The document will never be anchored under this receipt, so the receipt goes. */
    Outcome refusedForGood(Refusal refusal) {
        order.receipt().delete();
        return new Outcome.Refused(order, refusal);
    }

    /** This attempt came to nothing; an earlier one may not have, and then the receipt is still needed. */
    Outcome refused(Refusal refusal) {
        return fresh ? refusedForGood(refusal) : new Outcome.Refused(order, refusal);
    }

    /** Nothing was sent, and what this submission wrote is taken back; of an earlier attempt nobody knows. */
    Outcome notSent(String sentence) {
        if (!fresh) {
            return unknown(sentence);
        }
        order.receipt().delete();
        return new Outcome.NotSent(order, sentence);
    }

    Outcome unknown(String sentence) {
        return new Outcome.Unknown(order, sentence + " Submit again: nothing is doubled.");
    }

    private static void checkSame(Order order, MspId issuer, Receipt receipt) {
        boolean sameContent = receipt.fingerprint().equals(order.fingerprint());
        boolean sameDocument = receipt.issuer().equals(issuer)
                && receipt.type().equals(order.type())
                && receipt.number().equals(order.number())
                && receipt.validity().equals(order.validity())
                && receipt.quantity().equals(order.quantity())
                && receipt.binding().kind() == order.binder().kind();
        if (!sameContent || !sameDocument) {
            String state = receipt.place().isPresent() ? "an anchored" : "a pending";
            throw new Refusal(
                    ErrorCode.DOCUMENT_EXISTS,
                    order.receipt().name() + " is the receipt of " + state + " document "
                            + (sameContent
                                    ? "of type " + receipt.type() + ", number " + receipt.number() + " of "
                                            + receipt.issuer() + ", submitted as "
                                            + receipt.binding().kind().text()
                                            + "; submit it as that"
                                    : "with another content; the file was changed since")
                            + ", or move that receipt away first.");
        }
    }
}
