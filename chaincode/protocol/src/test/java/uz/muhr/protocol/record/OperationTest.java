package uz.muhr.protocol.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uz.muhr.protocol.refusal.ErrorCode;

/** The life of a document, cell by cell, against an independent statement of it. */
final class OperationTest {
    /** Operation, whose it is, the role it takes; then what becomes of each status, or - where it is refused. */
    private static final String TABLE = """
            SUSPEND   | ISSUER  | issuer  | VALID: SUSPENDED  | SUSPENDED: -          | REVOKED: -       | SUPERSEDED: -
            REINSTATE | ISSUER  | issuer  | VALID: -          | SUSPENDED: VALID      | REVOKED: -       | SUPERSEDED: -
            REVOKE    | ISSUER  | issuer  | VALID: REVOKED    | SUSPENDED: REVOKED    | REVOKED: -       | SUPERSEDED: -
            REPLACE   | ISSUER  | issuer  | VALID: SUPERSEDED | SUSPENDED: SUPERSEDED | REVOKED: -       | SUPERSEDED: -
            REISSUE   | ISSUER  | issuer  | VALID: VALID      | SUSPENDED: SUSPENDED  | REVOKED: -       | SUPERSEDED: -
            RENEW     | ISSUER  | issuer  | VALID: VALID      | SUSPENDED: SUSPENDED  | REVOKED: REVOKED | SUPERSEDED: SUPERSEDED
            DRAW      | CUSTOMS | officer | VALID: VALID      | SUSPENDED: -          | REVOKED: -       | SUPERSEDED: -
            REVERSE   | DOER    | officer | VALID: VALID      | SUSPENDED: SUSPENDED  | REVOKED: REVOKED | SUPERSEDED: -
            HOLD      | CUSTOMS | officer | VALID: VALID      | SUSPENDED: SUSPENDED  | REVOKED: -       | SUPERSEDED: -
            RELEASE   | DOER    | officer | VALID: VALID      | SUSPENDED: SUSPENDED  | REVOKED: REVOKED | SUPERSEDED: -
            """;

    @Test
    void everyCellOfTheTableIsAsItIsWritten() {
        List<String> rows = new ArrayList<>();
        for (Operation operation : Operation.values()) {
            StringBuilder row = new StringBuilder(
                    operation + "|" + operation.party() + "|" + operation.role().text());
            for (DocumentStatus status : DocumentStatus.values()) {
                row.append("|")
                        .append(status)
                        .append(":")
                        .append(operation.from(status).map(DocumentStatus::name).orElse("-"));
            }
            rows.add(row.toString());
        }
        assertEquals(TABLE.lines().map(line -> line.replace(" ", "")).toList(), rows);
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void whatAStatusDoesNotAllowIsRefusedByName(Operation operation) {
        for (DocumentStatus status : DocumentStatus.values()) {
            if (operation.from(status).isEmpty()) {
                assertRefused(ErrorCode.ILLEGAL_TRANSITION, "The document is " + status, () -> operation.next(status));
            } else {
                assertEquals(operation.from(status), Optional.of(operation.next(status)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void nothingLeadsOutOfAFinalStatus(Operation operation) {
        for (DocumentStatus status : DocumentStatus.values()) {
            if (status.isFinal()) {
                assertEquals(status, operation.from(status).orElse(status));
            }
        }
    }

    @Test
    void aRoleIsAskedForByItsExactName() {
        Role.ISSUER.check(Optional.of("issuer"));
        for (String other : List.of("officer", "Issuer", "issuer ", "")) {
            assertRefused(ErrorCode.NOT_AUTHORISED, "has another", () -> Role.ISSUER.check(Optional.of(other)));
        }
        assertRefused(ErrorCode.NOT_AUTHORISED, "has none", () -> Role.ISSUER.check(Optional.empty()));
    }
}
