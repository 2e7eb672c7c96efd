package uz.muhr.client.web.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpHeaders;
import uz.muhr.client.access.AccessRefusal;
import uz.muhr.protocol.refusal.ErrorCode;

class ProblemCodeTest {
    @ParameterizedTest
    @EnumSource
    void everyRefusalOfTheLedgerHasItsStatus(ErrorCode code) {
        ProblemCode problem = ProblemCode.of(code);
        assertEquals(code.name(), problem.name());
        assertTrue(problem.status().isError());
    }

    @ParameterizedTest
    @CsvSource({
        "MALFORMED_ARGUMENT, 400",
        "NOT_AUTHORISED, 403",
        "NOT_ISSUER, 403",
        "UNKNOWN_DOCUMENT, 404",
        "UNKNOWN_DRAW, 404",
        "UNKNOWN_PROPOSAL, 404",
        "UNKNOWN_ORGANISATION, 404",
        "UNKNOWN_CERTIFICATE, 404",
        "UNKNOWN_CONSIGNMENT, 404",
        "UNKNOWN_CONTAINER, 404",
        "UNKNOWN_SEAL, 404",
        "UNKNOWN_REGISTRY, 404",
        "NOT_CUSTODIAN, 403",
        "CONSIGNMENT_EXISTS, 409",
        "SEAL_EXISTS, 409",
        "REGISTRY_EXISTS, 409",
        "EVENT_DIFFERS, 409",
        "DRAW_EXISTS, 409",
        "QUANTITY_EXCEEDED, 409",
        "PROPOSAL_EXISTS, 409",
        "ALREADY_APPROVED, 409",
        "PROPOSAL_CLOSED, 409",
        "TOO_MANY_PROPOSALS, 409",
        "DOCUMENT_EXISTS, 409",
        "REPEATED_IN_LIST, 409",
        "ILLEGAL_TRANSITION, 409",
        "STALE_SEQUENCE, 409",
        "ALREADY_ESTABLISHED, 409",
        "UNKNOWN_FUNCTION, 502",
        "CORRUPT_RECORD, 502",
        "CLOCK_SKEW, 503",
        "NOT_ESTABLISHED, 503",
        "LEDGER_UNAVAILABLE, 503",
        "REGISTER_UNAVAILABLE, 503",
        "JOURNAL_UNAVAILABLE, 503",
        "QUEUE_FULL, 429",
        "IDEMPOTENCY_KEY_REUSED, 422",
        "UNKNOWN_SUBMISSION, 404",
        "UNKNOWN_WEBHOOK, 404",
        "TOO_MANY_WEBHOOKS, 409",
        "TOO_MANY_READERS, 503",
        "NOT_SIGNED_IN, 401",
        "SIGN_IN_REFUSED, 401",
        "SIGN_IN_ELSEWHERE, 404",
        "TOO_MANY_ATTEMPTS, 429",
        "NOT_PERMITTED, 403",
        "NO_SIGNER, 403",
        "TOKEN_MISSING, 403",
        "ACCESS_UNAVAILABLE, 503",
        "UNKNOWN_ACCOUNT, 404",
        "ACCOUNT_EXISTS, 409",
        "LAST_ADMINISTRATOR, 409",
        "UNKNOWN_KEY, 404",
        "TOO_MANY_ROWS, 422",
        "UNREADABLE_DOCUMENT, 422",
        "UNSTAMPABLE, 422",
        "TOO_MANY_PROOFS, 429",
        "TOO_MANY_FILES, 503",
        "TOO_LARGE, 413",
        "TOO_SLOW, 408",
        "TOO_OFTEN, 429",
        "FOREIGN_HOST, 421",
        "FOREIGN_SITE, 403",
        "NO_SUCH_PATH, 404",
        "METHOD_REFUSED, 405",
        "MEDIA_TYPE_REFUSED, 415",
        "ANSWER_REFUSED, 406",
        "INTERNAL_ERROR, 500"
    })
    void theTableIsWhatTheDescriptionPromises(ProblemCode code, int status) {
        assertEquals(status, code.status().value());
    }

    @Test
    void theTestsTableIsWhole() {
        assertEquals(68, ProblemCode.values().length);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotDoneAboutAccountsHasItsStatus(AccessRefusal.Why why) {
        assertEquals(why.name(), ProblemCode.of(why).name());
    }

    @ParameterizedTest
    @EnumSource
    void whoIsUnknownIsToldHowToShowWhoItIs(ProblemCode code) {
        assertEquals(
                code.status().value() == 401 ? "Bearer realm=\"muhr\"" : null,
                Problem.of(code, "It is so.").answer().getHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE));
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatPassesByItselfAsksToTryAgain(ProblemCode code) {
        String retry = Problem.of(code, "It is so.").answer().getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
        boolean passes =
                switch (code) {
                    case LEDGER_UNAVAILABLE,
                            REGISTER_UNAVAILABLE,
                            JOURNAL_UNAVAILABLE,
                            ACCESS_UNAVAILABLE,
                            QUEUE_FULL,
                            TOO_MANY_READERS,
                            TOO_MANY_FILES,
                            TOO_MANY_PROOFS,
                            TOO_SLOW,
                            TOO_OFTEN -> true;
                    default -> false;
                };
        assertEquals(passes ? "5" : null, retry);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "999, 1", "1000, 1", "1001, 2", "59999, 60"})
    void whoIsTurnedAwayForATimeIsToldAtLeastThatTimeInSeconds(long millis, String seconds) {
        RefusedRequest refused = new RefusedRequest(ProblemCode.TOO_OFTEN, "It is so.", Duration.ofMillis(millis));
        assertEquals(seconds, new Failures().refused(refused).getHeaders().getFirst(HttpHeaders.RETRY_AFTER));
    }

    @ParameterizedTest
    @CsvSource({
        "404, NO_SUCH_PATH",
        "405, METHOD_REFUSED",
        "406, ANSWER_REFUSED",
        "413, TOO_LARGE",
        "415, MEDIA_TYPE_REFUSED",
        "400, MALFORMED_ARGUMENT",
        "431, MALFORMED_ARGUMENT",
        "500, INTERNAL_ERROR",
        "503, INTERNAL_ERROR"
    })
    void aBareStatusOfTheServerBecomesAProblem(int status, ProblemCode code) {
        assertEquals(code, Problem.ofStatus(status).code());
    }
}
