package uz.muhr.protocol.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uz.muhr.protocol.Refusals.assertMalformed;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.SampleRecord;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.authority.AuthorityRecord;
import uz.muhr.protocol.customs.DeclarationCommitment;
import uz.muhr.protocol.customs.DrawRequest;
import uz.muhr.protocol.customs.Holds;
import uz.muhr.protocol.customs.WriteOffs;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.quantity.Amount;
import uz.muhr.protocol.quantity.Quantity;
import uz.muhr.protocol.quantity.UnitCode;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.Versions;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.verdict.Evidence;

/** Nothing is ever over-drawn, each line draws once, and who drew takes it back once. */
final class DrawingTest {
    private static final DocumentRecord PERMIT =
            SampleRecord.first().quantity(Samples.TEN_TONNES).build();
    private static final Optional<WriteOffs> NOTHING = Optional.empty();

    @Test
    void drawsAddUpToTheQuantityAndNeverBeyond() {
        Drawing first = draw(1, "7.5", NOTHING);
        assertEquals(Amount.parse("7.5"), first.total().drawn());
        assertEquals(Optional.empty(), first.total().exhaustedSince());
        assertRefused(
                ErrorCode.QUANTITY_EXCEEDED,
                "Of 10 TNE there is 2.5 left; the draw asks for 2.500001",
                () -> draw(2, "2.500001", Optional.of(first.total())));
        Drawing second = draw(2, "2.5", Optional.of(first.total()));
        assertEquals(Amount.parse("10"), second.total().drawn());
        assertEquals(Optional.of(at(2).time()), second.total().exhaustedSince());
        assertEquals(2, second.total().draws());
        assertEquals(Optional.of(first.id()), second.draw().previous());
        assertEquals(second.id(), second.total().last());
        assertRefused(
                ErrorCode.QUANTITY_EXCEEDED, "there is 0 left", () -> draw(3, "0.000001", Optional.of(second.total())));
    }

    /** The repeat is told by its own name even when nothing is left. */
    @Test
    void aLineDrawsOnce() {
        Drawing all = draw(1, "10", NOTHING);
        assertRefused(
                ErrorCode.DRAW_EXISTS,
                at(1).transaction().hex(),
                () -> Drawing.draw(
                        request(1, "10"), evidence(PERMIT, Optional.of(all.total())), Optional.of(all.draw()), at(2)));
    }

    @Test
    void aReversedDrawCountsAsNeverMade() {
        Drawing first = draw(1, "4", NOTHING);
        Drawing second = draw(2, "6", Optional.of(first.total()));
        Drawing reversed = Drawing.reverse(first.draw(), second.total(), PERMIT, at(3));
        assertEquals(Amount.parse("6"), reversed.total().drawn());
        assertEquals(Optional.empty(), reversed.total().exhaustedSince());
        assertEquals(Optional.of(at(3)), reversed.draw().reversed());
        assertEquals(second.id(), reversed.total().last());
        assertRefused(
                ErrorCode.ILLEGAL_TRANSITION,
                "reversed already",
                () -> Drawing.reverse(reversed.draw(), reversed.total(), PERMIT, at(4)));
        assertEquals(
                Amount.parse("10"),
                draw(4, "4", Optional.of(reversed.total())).total().drawn());
    }

    @Test
    void onlyWhoDrewReverses() {
        Drawing drawn = draw(1, "4", NOTHING);
        Change other = Samples.change(new MspId("OtherCustomsMSP"), "reversal", at(2).time());
        assertRefused(
                ErrorCode.NOT_AUTHORISED,
                "Only CustomsMSP, which drew",
                () -> Drawing.reverse(drawn.draw(), drawn.total(), PERMIT, other));
    }

    /** What is left was inherited by the successor, so what is given back now would be lost. */
    @Test
    void nothingIsReversedOnceTheDocumentIsReplaced() {
        Drawing drawn = draw(1, "4", NOTHING);
        DocumentRecord replaced = PERMIT.replacedBy(Samples.DOCUMENT, 1, Samples.revoking());
        assertRefused(
                ErrorCode.ILLEGAL_TRANSITION,
                "SUPERSEDED",
                () -> Drawing.reverse(drawn.draw(), drawn.total(), replaced, at(2)));
    }

    @Test
    void onlyADocumentThatVerifiesAsValidIsWrittenOff() {
        refused("EXPIRED", evidence(permit(SampleRecord.first().validity(Samples.SUMMER)), NOTHING), 200 * 86_400);
        refused("NOT_AUTHORISED", evidence(PERMIT, NOTHING, Optional.empty(), Optional.empty()), 1);
        Holds held = Holds.none().hold(PERMIT, 0, at(0));
        refused(
                "SUSPENDED: Customs holds it",
                evidence(PERMIT, NOTHING, Optional.of(Samples.authority()), Optional.of(held)),
                1);
    }

    @Test
    void aDocumentWithoutQuantityOrInAnotherUnitIsNotWrittenOff() {
        assertRefused(
                ErrorCode.ILLEGAL_TRANSITION,
                "has no quantity",
                () -> Drawing.draw(
                        request(1, "1"), evidence(SampleRecord.first().build(), NOTHING), Optional.empty(), at(1)));
        DrawRequest kilograms = new DrawRequest(
                Samples.DOCUMENT, declaration(), 1, new Quantity(Amount.parse("1"), new UnitCode("KGM")));
        assertMalformed(() -> Drawing.draw(kilograms, evidence(PERMIT, NOTHING), Optional.empty(), at(1)));
    }

    /** Else of two officers whose clocks differ by a minute one would be refused whatever the other draws. */
    @Test
    void drawsNeedNotComeInTheOrderOfTheirTimes() {
        Drawing first = draw(5, "4", NOTHING);
        Drawing second = draw(4, "6", Optional.of(first.total()));
        assertEquals(Amount.parse("10"), second.total().drawn());
        assertEquals(Optional.of(at(5).time()), second.total().exhaustedSince(), "by their times, with the later one");
    }

    @Test
    void nothingIsDrawnBeforeTheDocumentsLastChangeNorReversedBeforeItIsDrawn() {
        Drawing drawn = draw(5, "1", NOTHING);
        assertRefused(ErrorCode.CLOCK_SKEW, () -> draw(-1, "1", NOTHING));
        assertRefused(ErrorCode.CLOCK_SKEW, () -> Drawing.reverse(drawn.draw(), drawn.total(), PERMIT, at(4)));
    }

    private static void refused(String says, Evidence evidence, int second) {
        assertRefused(
                ErrorCode.ILLEGAL_TRANSITION,
                says,
                () -> Drawing.draw(request(1, "1"), evidence, Optional.empty(), at(second)));
    }

    private static Drawing draw(int second, String amount, Optional<WriteOffs> before) {
        return Drawing.draw(request(Math.abs(second), amount), evidence(PERMIT, before), Optional.empty(), at(second));
    }

    private static DrawRequest request(long line, String amount) {
        return new DrawRequest(
                Samples.DOCUMENT, declaration(), line, new Quantity(Amount.parse(amount), new UnitCode("TNE")));
    }

    private static DeclarationCommitment declaration() {
        return DeclarationCommitment.of(DocumentNumber.parse("26001/150426/0012345"));
    }

    private static DocumentRecord permit(SampleRecord record) {
        return record.quantity(Samples.TEN_TONNES).build();
    }

    private static Evidence evidence(DocumentRecord record, Optional<WriteOffs> before) {
        return evidence(record, before, Optional.of(Samples.authority()), Optional.empty());
    }

    private static Evidence evidence(
            DocumentRecord record,
            Optional<WriteOffs> before,
            Optional<AuthorityRecord> authority,
            Optional<Holds> holds) {
        return new Evidence(Samples.DOCUMENT, new Versions(List.of(record)), authority, List.of(), before, holds);
    }

    private static Change at(int second) {
        return Samples.change(Samples.CUSTOMS, "draw " + second, Samples.ANCHORED_AT.plusSeconds(second));
    }
}
