package uz.muhr.client.web.problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import uz.muhr.client.document.UnreadableDocument;
import uz.muhr.client.fabric.LedgerUnavailableException;
import uz.muhr.client.journal.JournalUnavailableException;
import uz.muhr.client.journal.KeyReusedException;
import uz.muhr.client.journal.QueueFullException;
import uz.muhr.client.register.RegisterUnavailableException;
import uz.muhr.protocol.refusal.Refusal;

/** What a failure of an operation is answered with. Only what nobody foresaw is logged. */
@RestControllerAdvice
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refusal refusal) {
        return Problem.of(ProblemCode.of(refusal.code()), refusal.sentence()).answer();
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(RefusedRequest refused) {
        return refused.problem().answer(refused.headers());
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(UnreadableDocument unreadable) {
        return Problem.of(ProblemCode.UNREADABLE_DOCUMENT, String.valueOf(unreadable.getMessage()))
                .answer();
    }

    @ExceptionHandler
    ResponseEntity<Problem> unavailable(LedgerUnavailableException failure) {
        return Problem.of(ProblemCode.LEDGER_UNAVAILABLE, failure.sentence()).answer();
    }

    @ExceptionHandler
    ResponseEntity<Problem> unavailable(RegisterUnavailableException failure) {
        return Problem.of(ProblemCode.REGISTER_UNAVAILABLE, failure.sentence()).answer();
    }

    @ExceptionHandler
    ResponseEntity<Problem> unavailable(JournalUnavailableException failure) {
        return Problem.of(ProblemCode.JOURNAL_UNAVAILABLE, failure.sentence()).answer();
    }

    @ExceptionHandler
    ResponseEntity<Problem> full(QueueFullException full) {
        return Problem.of(
                        ProblemCode.QUEUE_FULL,
                        full.most() + " submissions wait already; nothing was accepted. Try again later.")
                .answer();
    }

    @ExceptionHandler
    ResponseEntity<Problem> reused(KeyReusedException reused) {
        return Problem.of(
                        ProblemCode.IDEMPOTENCY_KEY_REUSED,
                        "The Idempotency-Key stands for another request already; take a new one for each.")
                .answer();
    }

    /** This is a boundary: beyond it there is only the server, which would answer with a page of its own. */
    @ExceptionHandler
    ResponseEntity<Problem> anythingElse(Exception failure) {
        if (failure instanceof ErrorResponse ofSpring) {
            return ofStatus(ofSpring.getStatusCode().value()).answer(ofSpring.getHeaders());
        }
        LOG.error("A request failed", failure);
        return ofStatus(HttpStatus.INTERNAL_SERVER_ERROR.value()).answer();
    }

    /** The problem that a bare status of the server or of Spring stands for. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> Problem.of(ProblemCode.NO_SUCH_PATH, "There is nothing at this path. See /api/openapi.json.");
            case 405 ->
                Problem.of(
                        ProblemCode.METHOD_REFUSED,
                        "The path does not take this method; the header Allow names those it takes.");
            case 406 -> Problem.of(ProblemCode.ANSWER_REFUSED, "Answers are JSON; the header Accept excludes it.");
            case 413 -> Problem.of(ProblemCode.TOO_LARGE, "The request is too long.");
            case 415 ->
                Problem.of(
                        ProblemCode.MEDIA_TYPE_REFUSED,
                        "The path does not take this Content-Type. See /api/openapi.json.");
            default ->
                status < HttpStatus.INTERNAL_SERVER_ERROR.value()
                        ? Problem.of(ProblemCode.MALFORMED_ARGUMENT, "The request could not be understood.")
                        : Problem.of(ProblemCode.INTERNAL_ERROR, "This client failed; its log says why. Try again.");
        };
    }

    /** The answer to a status that carries no exception. */
    static ResponseEntity<Problem> answer(int status) {
        return ofStatus(status).answer(new HttpHeaders());
    }
}
