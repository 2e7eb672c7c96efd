package uz.muhr.protocol.verdict;

import static uz.muhr.protocol.verdict.Verdict.ALTERED;
import static uz.muhr.protocol.verdict.Verdict.EXHAUSTED;
import static uz.muhr.protocol.verdict.Verdict.EXPIRED;
import static uz.muhr.protocol.verdict.Verdict.NOT_AUTHORISED;
import static uz.muhr.protocol.verdict.Verdict.NOT_YET_VALID;
import static uz.muhr.protocol.verdict.Verdict.REVOKED;
import static uz.muhr.protocol.verdict.Verdict.SUPERSEDED;
import static uz.muhr.protocol.verdict.Verdict.SUSPENDED;
import static uz.muhr.protocol.verdict.Verdict.UNDETERMINED;
import static uz.muhr.protocol.verdict.Verdict.UNKNOWN;
import static uz.muhr.protocol.verdict.Verdict.VALID;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import uz.muhr.protocol.record.DocumentStatus;
import uz.muhr.protocol.record.Validity.Phase;

/**
 * The one place where facts become a verdict: the rows are tried from the top, the first that applies gives the
 * verdict, and every other that applies adds its reason. Chaincode, client and offline verifier all use it.
 */
public final class VerdictTable {
    private record Row(Verdict verdict, Reason reason, Predicate<Facts> applies) {}

    private static final List<Row> ROWS = List.of(
            row(UNDETERMINED, Reason.RECEIPT_REQUIRED, f -> f.content() == Comparison.RECEIPT_REQUIRED),
            row(UNDETERMINED, Reason.CONTENT_NOT_COMPARED, f -> f.content() == Comparison.NOT_COMPARED),
            row(UNKNOWN, Reason.ANCHORED_LATER, Facts::anchoredLater),
            row(ALTERED, Reason.CONTENT_DIFFERS, f -> f.content() == Comparison.DIFFERS),
            row(NOT_AUTHORISED, Reason.NO_AUTHORITY_WHEN_ANCHORED, f -> f.authority() == AuthorityThen.NONE),
            row(NOT_AUTHORISED, Reason.ISSUER_DISTRUSTED, f -> f.authority() == AuthorityThen.ISSUER_DISTRUSTED),
            row(
                    NOT_AUTHORISED,
                    Reason.CERTIFICATE_DISTRUSTED,
                    f -> f.authority() == AuthorityThen.CERTIFICATE_DISTRUSTED),
            row(REVOKED, Reason.REVOKED_BY_ISSUER, f -> f.status() == DocumentStatus.REVOKED),
            row(SUPERSEDED, Reason.SUPERSEDED_BY_ISSUER, f -> f.status() == DocumentStatus.SUPERSEDED),
            row(SUPERSEDED, Reason.EARLIER_VERSION, f -> f.content() == Comparison.MATCHED_EARLIER),
            row(EXHAUSTED, Reason.QUANTITY_USED_UP, Facts::exhausted),
            row(SUSPENDED, Reason.SUSPENDED_BY_ISSUER, f -> f.status() == DocumentStatus.SUSPENDED),
            row(SUSPENDED, Reason.HELD_BY_CUSTOMS, Facts::held),
            row(EXPIRED, Reason.VALIDITY_ENDED, f -> f.phase() == Phase.AFTER),
            row(NOT_YET_VALID, Reason.VALIDITY_NOT_BEGUN, f -> f.phase() == Phase.BEFORE));

    private VerdictTable() {}

    public static Assessment decide(Facts facts) {
        List<Reason> reasons = new ArrayList<>();
        Verdict verdict = VALID;
        for (Row row : ROWS) {
            if (row.applies.test(facts)) {
                verdict = reasons.isEmpty() ? row.verdict : verdict;
                reasons.add(row.reason);
            }
        }
        return new Assessment(verdict, reasons);
    }

    private static Row row(Verdict verdict, Reason reason, Predicate<Facts> applies) {
        return new Row(verdict, reason, applies);
    }
}
