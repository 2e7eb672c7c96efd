package uz.muhr.client.web.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import uz.muhr.client.access.AccessRefusal;
import uz.muhr.client.access.AccessUnavailableException;
import uz.muhr.client.access.TooManyAttemptsException;
import uz.muhr.client.apart.OpeningBusyException;
import uz.muhr.client.document.UnreadableDocument;
import uz.muhr.client.fabric.LedgerUnavailableException;
import uz.muhr.client.journal.JournalUnavailableException;
import uz.muhr.client.journal.KeyReusedException;
import uz.muhr.client.journal.QueueFullException;
import uz.muhr.client.register.RegisterUnavailableException;
import uz.muhr.client.signing.NoSignerException;
import uz.muhr.client.stamp.UnstampableException;
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

    @ExceptionHandler
    ResponseEntity<Problem> unavailable(AccessUnavailableException failure) {
        return Problem.of(ProblemCode.ACCESS_UNAVAILABLE, failure.sentence()).answer();
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(AccessRefusal refusal) {
        return Problem.of(ProblemCode.of(refusal.why()), refusal.sentence()).answer();
    }

    @ExceptionHandler
    ResponseEntity<Problem> tooOften(TooManyAttemptsException attempts) {
        HttpHeaders wait = new HttpHeaders();
        long seconds = attempts.pause().plusSeconds(1).toSeconds();
        wait.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return Problem.of(
                        ProblemCode.TOO_MANY_ATTEMPTS,
                        "There were too many attempts to sign in; the next one is looked at in " + seconds
                                + " seconds.")
                .answer(wait);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unsigned(NoSignerException nobody) {
        return Problem.of(ProblemCode.NO_SIGNER, nobody.sentence()).answer();
    }

    @ExceptionHandler
    ResponseEntity<Problem> unstampable(UnstampableException unstampable) {
        return Problem.of(ProblemCode.UNSTAMPABLE, unstampable.sentence()).answer();
    }

    @ExceptionHandler
    ResponseEntity<Problem> busy(OpeningBusyException busy) {
        return Problem.of(
                        ProblemCode.TOO_MANY_FILES,
                        "This client opens a few files at a time, and others wait already. Try again.")
                .answer();
    }

    /** What the query holds is taken apart when it is asked for first, which is here. */
    @ExceptionHandler
    ResponseEntity<Problem> unreadable(InvalidParameterException unreadable) {
        LOG.debug("A request could not be taken apart", unreadable);
        return Problem.ofStatus(HttpStatus.BAD_REQUEST.value()).answer();
    }

    /** Nobody is there to be answered, and it is nobody's fault. The response stays as it is, which Spring is told by asking for it. */
    @ExceptionHandler({AsyncRequestNotUsableException.class, ClientAbortException.class})
    void gone(IOException gone, HttpServletResponse unanswered) {
        LOG.debug("Whoever asked left before the answer's end: {}", gone.getMessage());
    }

    /** This is a boundary: beyond it there is only the server, which would answer with a page of its own. */
    @ExceptionHandler
    ResponseEntity<Problem> anythingElse(Exception failure) {
        if (failure instanceof ErrorResponse ofSpring) {
            return Problem.ofStatus(ofSpring.getStatusCode().value()).answer(ofSpring.getHeaders());
        }
        LOG.error("A request failed", failure);
        return Problem.ofStatus(HttpStatus.INTERNAL_SERVER_ERROR.value()).answer();
    }
}
