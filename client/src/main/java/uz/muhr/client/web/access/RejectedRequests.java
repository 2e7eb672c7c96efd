package uz.muhr.client.web.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import uz.muhr.client.web.problem.Problem;

/**
 * What the door finds in a request only once an operation reads it: a header's value is looked at when it is asked for
 * first. Before the others, of whom one takes every failure.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RejectedRequests {
    private static final Logger LOG = LoggerFactory.getLogger(RejectedRequests.class);

    @ExceptionHandler
    ResponseEntity<Problem> rejected(RequestRejectedException rejected) {
        LOG.debug("A request was rejected", rejected);
        return Problem.ofStatus(HttpStatus.BAD_REQUEST.value()).answer();
    }
}
