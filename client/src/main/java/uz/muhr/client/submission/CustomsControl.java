package uz.muhr.client.submission;

import uz.muhr.client.fabric.CustomsLedger;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.fabric.LedgerUnavailableException;
import uz.muhr.client.fabric.OutcomeUnknownException;
import uz.muhr.protocol.customs.Draw;
import uz.muhr.protocol.customs.DrawId;
import uz.muhr.protocol.customs.DrawRequest;
import uz.muhr.protocol.customs.Holds;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.refusal.Refusal;

/**
 * What customs does with others' documents. A line of a declaration draws once, and a hold names the version it expects, so
 * that nothing is ever counted twice.
 */
public final class CustomsControl {
    private final MspId organisation;
    private final CustomsLedger ledger;

    public CustomsControl(Ledger ledger) {
        this.organisation = ledger.organisation();
        this.ledger = ledger.customs();
    }

    /**
     * Writes a quantity off a document.
     *
     * @throws Refusal NOT_AUTHORISED, UNKNOWN_DOCUMENT, DRAW_EXISTS, QUANTITY_EXCEEDED, ILLEGAL_TRANSITION or CLOCK_SKEW
     * @throws LedgerUnavailableException when nothing was sent
     * @throws OutcomeUnknownException when it was sent and nobody said what became of it
     */
    public Draw writeOff(DrawRequest request) {
        try {
            return Attempts.settle(() -> ledger.proposeDraw(request), Draw::parse);
        } catch (OutcomeUnknownException e) {
            return drawn(request.document(), request.id(organisation), e);
        }
    }

    /**
     * Takes a write-off of the own organisation back, for good; its line stays used.
     *
     * @throws Refusal NOT_AUTHORISED, UNKNOWN_DOCUMENT, UNKNOWN_DRAW, ILLEGAL_TRANSITION or CLOCK_SKEW
     */
    public Draw reverse(DocumentId document, DrawId draw) {
        return Attempts.settle(() -> ledger.proposeReverse(document, draw), Draw::parse);
    }

    /**
     * Holds a document until the own organisation releases it.
     *
     * @param expected the sequence of its holds as they were seen, 0 when there was none
     * @throws Refusal NOT_AUTHORISED, UNKNOWN_DOCUMENT, STALE_SEQUENCE, ILLEGAL_TRANSITION or CLOCK_SKEW
     */
    public Holds hold(DocumentId document, long expected) {
        return Attempts.settle(() -> ledger.proposeHold(document, expected), Holds::parse);
    }

    /** Releases a document that the own organisation holds; fails as {@link #hold}. */
    public Holds release(DocumentId document, long expected) {
        return Attempts.settle(() -> ledger.proposeRelease(document, expected), Holds::parse);
    }

    /** The draw of this very transaction, if it is on the ledger; otherwise nobody can say. */
    private Draw drawn(DocumentId document, DrawId id, OutcomeUnknownException unknown) {
        try {
            return ledger.draws(document).value().newestFirst().stream()
                    .filter(draw ->
                            draw.id().equals(id) && draw.drawn().transaction().equals(unknown.transaction()))
                    .findFirst()
                    .orElseThrow(() -> unknown);
        } catch (LedgerUnavailableException | Refusal stillUnknown) {
            unknown.addSuppressed(stillUnknown);
            throw unknown;
        }
    }
}
