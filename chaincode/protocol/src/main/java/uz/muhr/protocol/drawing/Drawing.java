package uz.muhr.protocol.drawing;

import java.time.Instant;
import java.util.Optional;
import uz.muhr.protocol.customs.Draw;
import uz.muhr.protocol.customs.DrawId;
import uz.muhr.protocol.customs.DrawRequest;
import uz.muhr.protocol.customs.WriteOffs;
import uz.muhr.protocol.quantity.Amount;
import uz.muhr.protocol.quantity.Quantity;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.Operation;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.verdict.Assessment;
import uz.muhr.protocol.verdict.Evidence;
import uz.muhr.protocol.verdict.Verdict;

/** A write-off or its reversal, with the document's new total. */
public record Drawing(Draw draw, WriteOffs total) {

    /**
     * Writes off. That the caller is customs is checked before. Only a document that verifies as valid at that time is
     * written off, by the very table that gives verdicts.
     *
     * @param existing what the ledger holds under the draw's id
     * @throws Refusal DRAW_EXISTS, ILLEGAL_TRANSITION, MALFORMED_ARGUMENT, CLOCK_SKEW or QUANTITY_EXCEEDED
     */
    public static Drawing draw(DrawRequest request, Evidence evidence, Optional<Draw> existing, Change change) {
        if (existing.isPresent()) {
            throw new Refusal(
                    ErrorCode.DRAW_EXISTS,
                    "This line of the declaration has drawn from the document already, in transaction "
                            + existing.get().drawn().transaction() + ".");
        }
        DocumentRecord record = evidence.versions().current();
        Operation.DRAW.next(record.status());
        Quantity quantity = record.quantity()
                .orElseThrow(() -> new Refusal(
                        ErrorCode.ILLEGAL_TRANSITION, "The document has no quantity that could be written off."));
        if (!request.quantity().unit().equals(quantity.unit())) {
            throw Refusal.malformed("The document is counted in " + quantity.unit() + "; the draw names "
                    + request.quantity().unit() + ".");
        }
        Optional<WriteOffs> before = evidence.writeOffs();
        change.checkNotBefore(record.changed());
        checkStanding(evidence, change.time());
        Amount left = WriteOffs.remaining(quantity.amount(), before);
        if (request.quantity().amount().compareTo(left) > 0) {
            throw new Refusal(
                    ErrorCode.QUANTITY_EXCEEDED,
                    "Of " + quantity + " there is " + left + " left; the draw asks for "
                            + request.quantity().amount() + ".");
        }
        Amount drawn = before.map(WriteOffs::drawn)
                .orElse(Amount.ZERO)
                .plus(request.quantity().amount());
        Draw draw = new Draw(
                request.declaration(),
                request.line(),
                request.quantity(),
                change,
                before.map(WriteOffs::last),
                Optional.empty());
        return new Drawing(
                draw,
                new WriteOffs(
                        drawn,
                        before.map(WriteOffs::draws).orElse(0L) + 1,
                        draw.id(),
                        drawn.equals(quantity.amount()) ? Optional.of(latest(before, change)) : Optional.empty(),
                        change));
    }

    /**
     * Takes a draw back, once.
     *
     * @throws Refusal NOT_AUTHORISED, ILLEGAL_TRANSITION or CLOCK_SKEW
     */
    public static Drawing reverse(Draw draw, WriteOffs before, DocumentRecord record, Change change) {
        if (!draw.drawn().by().msp().equals(change.by().msp())) {
            throw new Refusal(
                    ErrorCode.NOT_AUTHORISED, "Only " + draw.drawn().by().msp() + ", which drew, may reverse it.");
        }
        Operation.REVERSE.next(record.status());
        if (draw.reversed().isPresent()) {
            throw new Refusal(ErrorCode.ILLEGAL_TRANSITION, "The draw has been reversed already.");
        }
        change.checkNotBefore(draw.drawn());
        return new Drawing(
                new Draw(
                        draw.declaration(),
                        draw.line(),
                        draw.quantity(),
                        draw.drawn(),
                        draw.previous(),
                        Optional.of(change)),
                new WriteOffs(
                        before.drawn().minus(draw.quantity().amount()),
                        before.draws(),
                        before.last(),
                        Optional.empty(),
                        change));
    }

    public DrawId id() {
        return draw.id();
    }

    /**
     * Officers draw at the same time by clocks that differ a little, and none waits for another's second: draws follow one
     * another in the order of the ledger, not of their times.
     */
    private static Instant latest(Optional<WriteOffs> before, Change change) {
        return before.map(total -> total.changed().time())
                .filter(change.time()::isBefore)
                .orElse(change.time());
    }

    /** EXHAUSTED is not refused here: what is left decides, so that the code says so. */
    private static void checkStanding(Evidence evidence, Instant now) {
        Assessment found = evidence.standing(now);
        if (found.verdict() != Verdict.VALID && found.verdict() != Verdict.EXHAUSTED) {
            throw new Refusal(
                    ErrorCode.ILLEGAL_TRANSITION,
                    "Only a valid document is written off; this one is " + found.verdict() + ": "
                            + found.reasons().get(0).sentence());
        }
    }
}
