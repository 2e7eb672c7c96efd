package uz.muhr.client.submission;

import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.fabric.LedgerUnavailableException;
import uz.muhr.client.fabric.OutcomeUnknownException;
import uz.muhr.protocol.customs.Draw;
import uz.muhr.protocol.customs.DrawId;
import uz.muhr.protocol.customs.DrawRequest;
import uz.muhr.protocol.customs.Holds;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.record.Operation;
import uz.muhr.protocol.refusal.Refusal;

/**
 * What customs does with others' documents. A line of a declaration draws once, and a hold names the version it expects, so
 * that nothing is ever counted twice.
 */
public final class CustomsControl {
    private final Attempts attempts;

    public CustomsControl(Ledger ledger) {
        this.attempts = new Attempts(ledger, Stages.UNWATCHED);
    }

    /**
     * Writes a quantity off a document.
     *
     * @throws Refusal NOT_AUTHORISED, UNKNOWN_DOCUMENT, DRAW_EXISTS, QUANTITY_EXCEEDED, ILLEGAL_TRANSITION or CLOCK_SKEW
     * @throws LedgerUnavailableException when nothing was sent
     * @throws OutcomeUnknownException when it was sent and nobody said what became of it
     */
    public Draw writeOff(DrawRequest request) {
        return Draw.parse(settled(new Wish.WriteOff(request)));
    }

    /**
     * Takes a write-off of the own organisation back, for good; its line stays used.
     *
     * @throws Refusal NOT_AUTHORISED, UNKNOWN_DOCUMENT, UNKNOWN_DRAW, ILLEGAL_TRANSITION or CLOCK_SKEW
     */
    public Draw reverse(DocumentId document, DrawId draw) {
        return Draw.parse(settled(new Wish.Reversal(document, draw)));
    }

    /**
     * Holds a document until the own organisation releases it.
     *
     * @param expected the sequence of its holds as they were seen, 0 when there was none
     * @throws Refusal NOT_AUTHORISED, UNKNOWN_DOCUMENT, STALE_SEQUENCE, ILLEGAL_TRANSITION or CLOCK_SKEW
     */
    public Holds hold(DocumentId document, long expected) {
        return Holds.parse(settled(new Wish.Change(Operation.HOLD, document, expected)));
    }

    /** Releases a document that the own organisation holds; fails as {@link #hold}. */
    public Holds release(DocumentId document, long expected) {
        return Holds.parse(settled(new Wish.Change(Operation.RELEASE, document, expected)));
    }

    private String settled(Wish wish) {
        return attempts.settle(wish).answer();
    }
}
