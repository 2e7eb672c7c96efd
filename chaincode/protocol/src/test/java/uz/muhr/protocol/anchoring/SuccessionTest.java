package uz.muhr.protocol.anchoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uz.muhr.protocol.Refusals.assertMalformed;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.Golden;
import uz.muhr.protocol.SampleRecord;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.authority.AuthorityRecord;
import uz.muhr.protocol.customs.Holds;
import uz.muhr.protocol.customs.WriteOffs;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.quantity.Amount;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.RecordText;
import uz.muhr.protocol.record.Validity;
import uz.muhr.protocol.refusal.ErrorCode;

/** Replacing and reissuing: their texts, and the rule that a new number takes a document's place. */
final class SuccessionTest {
    private static final DocumentRecord PERMIT =
            SampleRecord.first().quantity(Samples.TEN_TONNES).build();
    private static final Replacement REQUEST = new Replacement(
            Samples.DOCUMENT,
            1,
            DocumentNumber.parse("UZ-861/2026-000124").digest(),
            Samples.OTHER,
            Validity.unlimited());
    private static final Optional<AuthorityRecord> IN_FORCE = Optional.of(Samples.authority());
    private static final Optional<WriteOffs> NOTHING_DRAWN = Optional.empty();

    @Test
    void theTextsAreTheirGoldenFiles() {
        assertEquals(Golden.text("replacement"), REQUEST.write());
        assertEquals(REQUEST, Replacement.parse(Golden.text("replacement")));
        Reissue reissue = new Reissue(Samples.DOCUMENT, 1, Samples.OTHER, Samples.SUMMER);
        assertEquals(Golden.text("reissue"), reissue.write());
        assertEquals(reissue, Reissue.parse(Golden.text("reissue")));
        for (String wrong : List.of(
                "{}",
                Golden.text("replacement").replace("\"number\"", "\"no\""),
                Golden.text("replacement").replace("\"sequence\":1", "\"quantity\":\"1\",\"sequence\":1"))) {
            assertMalformed(() -> Replacement.parse(wrong));
        }
    }

    @Test
    void lineageIsWrittenBothWaysAndTheWholeQuantityInherited() {
        Succession succession = decide(PERMIT, IN_FORCE, false, NOTHING_DRAWN, Holds.none());
        assertEquals(Golden.text("record-replaced"), RecordText.write(succession.replaced()));
        assertEquals(Golden.text("record-successor"), RecordText.write(succession.successor()));
        assertEquals(Optional.of(succession.id()), succession.replaced().replacedBy());
        assertEquals(Optional.of(Samples.DOCUMENT), succession.successor().replaces());
    }

    @Test
    void whatWasWrittenOffIsNotInherited() {
        WriteOffs written = WriteOffs.parse(Golden.text("write-offs"));
        Succession succession = decide(PERMIT, IN_FORCE, false, Optional.of(written), Holds.none());
        assertEquals(
                Amount.parse("7.5"),
                succession.successor().quantity().orElseThrow().amount());
        WriteOffs all = WriteOffs.parse(Golden.text("write-offs-exhausted"));
        assertRefused(
                ErrorCode.QUANTITY_EXCEEDED,
                "nothing to inherit",
                () -> decide(PERMIT, IN_FORCE, false, Optional.of(all), Holds.none()));
    }

    @Test
    void aNumberThatIsTakenReplacesNothing() {
        assertRefused(
                ErrorCode.DOCUMENT_EXISTS,
                "under this number",
                () -> decide(PERMIT, IN_FORCE, true, NOTHING_DRAWN, Holds.none()));
    }

    @Test
    void aDocumentIsReplacedOnce() {
        DocumentRecord replaced =
                decide(PERMIT, IN_FORCE, false, NOTHING_DRAWN, Holds.none()).replaced();
        assertRefused(ErrorCode.STALE_SEQUENCE, () -> decide(replaced, IN_FORCE, false, NOTHING_DRAWN, Holds.none()));
    }

    /** Else an issuer could let goods through under a new number that customs does not know of. */
    @Test
    void aHeldDocumentIsNotReplaced() {
        Holds held = Holds.parse(Golden.text("holds"));
        assertRefused(
                ErrorCode.ILLEGAL_TRANSITION,
                "until it is released",
                () -> decide(PERMIT, IN_FORCE, false, NOTHING_DRAWN, held));
    }

    @Test
    void theSuccessorNeedsAuthorityInForce() {
        assertRefused(
                ErrorCode.NOT_AUTHORISED, () -> decide(PERMIT, Optional.empty(), false, NOTHING_DRAWN, Holds.none()));
    }

    private static Succession decide(
            DocumentRecord before,
            Optional<AuthorityRecord> authority,
            boolean taken,
            Optional<WriteOffs> written,
            Holds holds) {
        return Succession.decide(REQUEST, before, authority, taken, written, holds, Samples.revoking());
    }
}
