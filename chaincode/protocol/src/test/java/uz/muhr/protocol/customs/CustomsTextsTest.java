package uz.muhr.protocol.customs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uz.muhr.protocol.Refusals.assertMalformed;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.Golden;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.authority.AuthorityRecord;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.quantity.Amount;
import uz.muhr.protocol.quantity.Quantity;
import uz.muhr.protocol.quantity.UnitCode;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.refusal.ErrorCode;

/** What customs writes, byte for byte, and what cannot be. */
final class CustomsTextsTest {
    private static final DeclarationCommitment DECLARATION =
            DeclarationCommitment.of(DocumentNumber.parse("26001/150426/0012345"));
    private static final Change FIRST = at("draw 1", "2026-04-01T08:00:00Z");
    private static final Change SECOND = at("draw 2", "2026-04-01T09:00:00Z");
    private static final Change REVERSAL = at("reversal", "2026-04-01T10:00:00Z");

    @Test
    void requestsDrawsAndTotalsAreTheirGoldenFiles() {
        DrawRequest request = new DrawRequest(Samples.DOCUMENT, DECLARATION, 2, tonnes("2.5"));
        assertEquals(Golden.text("draw-request"), request.write());
        assertEquals(request, DrawRequest.parse(Golden.text("draw-request")));
        DrawId firstId = DrawId.of(Samples.CUSTOMS, DECLARATION, 1);
        Draw second = new Draw(DECLARATION, 2, tonnes("2.5"), SECOND, Optional.of(firstId), Optional.empty());
        assertEquals(Golden.text("draw"), second.write());
        assertEquals(request.id(Samples.CUSTOMS), second.id());
        Draw first = new Draw(DECLARATION, 1, tonnes("7.5"), FIRST, Optional.empty(), Optional.of(REVERSAL));
        assertEquals(Golden.text("draw-reversed"), first.write());
        WriteOffs total = new WriteOffs(Amount.parse("2.5"), 2, second.id(), Optional.empty(), REVERSAL);
        assertEquals(Golden.text("write-offs"), total.write());
        DrawPage page = new DrawPage(Samples.DOCUMENT, Optional.of(total), List.of(second, first));
        assertEquals(Golden.text("draw-page"), page.write());
        assertEquals(page, DrawPage.parse(Golden.text("draw-page")));
        assertEquals(Optional.empty(), page.next());
        assertEquals(Optional.of(firstId), new DrawPage(Samples.DOCUMENT, Optional.of(total), List.of(second)).next());
    }

    @Test
    void holdsAreTheirGoldenFile() {
        Holds holds = new Holds(List.of(
                new Hold(at("hold 1", "2026-04-01T08:00:00Z"), Optional.of(at("release 1", "2026-04-02T08:00:00Z"))),
                new Hold(at("hold 2", "2026-04-03T08:00:00Z"), Optional.empty())));
        assertEquals(Golden.text("holds"), holds.write());
        assertEquals(holds, Holds.parse(Golden.text("holds")));
        assertEquals(3, holds.sequence());
    }

    /** Two customs organisations may number their declarations alike. */
    @Test
    void aDrawIsOneLineOfOneDeclarationOfOneOrganisation() {
        DrawId id = DrawId.of(Samples.CUSTOMS, DECLARATION, 1);
        assertNotEquals(id, DrawId.of(Samples.CUSTOMS, DECLARATION, 2));
        assertNotEquals(id, DrawId.of(new MspId("OtherCustomsMSP"), DECLARATION, 1));
        assertEquals(DECLARATION, DeclarationCommitment.of(DocumentNumber.parse(" 26001/150426/0012345 ")));
    }

    @Test
    void aLineIsOneToNinetyNineThousand() {
        for (long line : new long[] {0, -1, 100_000}) {
            assertMalformed(() -> new DrawRequest(Samples.DOCUMENT, DECLARATION, line, tonnes("1")));
        }
    }

    @Test
    void whatContradictsItselfIsNotUsed() {
        String reversed = Golden.text("draw-reversed");
        assertRefused(ErrorCode.CORRUPT_RECORD, () -> Draw.parse(reversed.replace("2026-04-01T10", "2026-04-01T07")));
        assertRefused(
                ErrorCode.CORRUPT_RECORD,
                () -> WriteOffs.parse(Golden.text("write-offs").replace("\"draws\":2", "\"draws\":0")));
        String holds = Golden.text("holds");
        assertRefused(ErrorCode.CORRUPT_RECORD, () -> Holds.parse(holds.replace("2026-04-03", "2026-04-01")));
        assertRefused(ErrorCode.CORRUPT_RECORD, () -> Holds.parse(holds.replace("2026-04-02T08", "2026-04-01T07")));
        String page = Golden.text("draw-page");
        assertRefused(
                ErrorCode.CORRUPT_RECORD,
                "do not follow",
                () -> DrawPage.parse(page.replace("\"line\":1", "\"line\":3")));
    }

    /** One place says who is customs. */
    @Test
    void customsIsWhoeverMayIssueImportDeclarations() {
        AuthorityRecord customs = Samples.authority(
                Samples.CUSTOMS, Customs.IMPORT_DECLARATION, 1, Samples.until(Instant.EPOCH, SECOND.time()));
        Customs.check(Optional.of(customs), FIRST);
        assertRefused(
                ErrorCode.NOT_AUTHORISED,
                "Only customs may do this",
                () -> Customs.check(Optional.of(customs), SECOND));
        assertRefused(ErrorCode.NOT_AUTHORISED, () -> Customs.check(Optional.empty(), FIRST));
    }

    @Test
    void exhaustionIsKnownFromItsMomentOn() {
        WriteOffs all = WriteOffs.parse(Golden.text("write-offs-exhausted"));
        assertTrue(all.exhaustedAt(SECOND.time()));
        assertFalse(all.exhaustedAt(SECOND.time().minusSeconds(1)));
        assertFalse(WriteOffs.parse(Golden.text("write-offs")).exhaustedAt(Instant.MAX));
        assertEquals(Amount.ZERO, WriteOffs.remaining(Amount.parse("10"), Optional.of(all)));
        assertRefused(ErrorCode.CORRUPT_RECORD, () -> WriteOffs.remaining(Amount.parse("9"), Optional.of(all)));
    }

    private static Quantity tonnes(String amount) {
        return new Quantity(Amount.parse(amount), new UnitCode("TNE"));
    }

    private static Change at(String transaction, String time) {
        return Samples.change(Samples.CUSTOMS, transaction, Instant.parse(time));
    }
}
