package uz.muhr.protocol.refusal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RefusalTest {
    /** Clients and old answers on the ledger know these names: none is ever taken away or renamed. */
    @Test
    void theCodesAreStable() {
        assertEquals(
                List.of(
                        "DOCUMENT_EXISTS",
                        "DRAW_EXISTS",
                        "QUANTITY_EXCEEDED",
                        "REPEATED_IN_LIST",
                        "NOT_AUTHORISED",
                        "NOT_ISSUER",
                        "ILLEGAL_TRANSITION",
                        "STALE_SEQUENCE",
                        "CLOCK_SKEW",
                        "MALFORMED_ARGUMENT",
                        "CONSIGNMENT_EXISTS",
                        "SEAL_EXISTS",
                        "REGISTRY_EXISTS",
                        "NOT_CUSTODIAN",
                        "EVENT_DIFFERS",
                        "UNKNOWN_FUNCTION",
                        "UNKNOWN_DOCUMENT",
                        "UNKNOWN_DRAW",
                        "UNKNOWN_CONSIGNMENT",
                        "UNKNOWN_CONTAINER",
                        "UNKNOWN_SEAL",
                        "UNKNOWN_REGISTRY",
                        "UNKNOWN_PROPOSAL",
                        "UNKNOWN_ORGANISATION",
                        "UNKNOWN_CERTIFICATE",
                        "PROPOSAL_EXISTS",
                        "ALREADY_APPROVED",
                        "PROPOSAL_CLOSED",
                        "TOO_MANY_PROPOSALS",
                        "ALREADY_ESTABLISHED",
                        "NOT_ESTABLISHED",
                        "CORRUPT_RECORD"),
                Stream.of(ErrorCode.values()).map(ErrorCode::name).toList());
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void whatALedgerSaysIsReadAsWhatItMeant(ErrorCode code) {
        Refusal said = new Refusal(code, "A sentence: with a colon.");
        assertEquals(code + ": A sentence: with a colon.", said.getMessage());
        Refusal read = Refusal.parse(code + ": A sentence: with a colon.").orElseThrow();
        assertEquals(code, read.code());
        assertEquals("A sentence: with a colon.", read.sentence());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ": ",
                "DOCUMENT_EXISTS",
                "DOCUMENT_EXISTS:",
                "DOCUMENT_EXISTS:x",
                "document_exists: x",
                " DOCUMENT_EXISTS: x",
                "DOCUMENT_EXISTSX: x",
                "Unexpected error",
                "NO_SUCH_CODE: x"
            })
    void anotherMessageIsNoRefusal(String message) {
        assertEquals(Optional.empty(), Refusal.parse(message).map(Refusal::code));
    }

    @Test
    void theCauseIsKept() {
        IllegalStateException cause = new IllegalStateException("cause");
        assertSame(cause, new Refusal(ErrorCode.CORRUPT_RECORD, "A sentence.", cause).getCause());
    }
}
