package uz.muhr.client.web.problem;

import static uz.muhr.client.web.problem.ProblemCode.CLOCK_SKEW;
import static uz.muhr.client.web.problem.ProblemCode.CORRUPT_RECORD;
import static uz.muhr.client.web.problem.ProblemCode.IDEMPOTENCY_KEY_REUSED;
import static uz.muhr.client.web.problem.ProblemCode.JOURNAL_UNAVAILABLE;
import static uz.muhr.client.web.problem.ProblemCode.MALFORMED_ARGUMENT;
import static uz.muhr.client.web.problem.ProblemCode.NOT_AUTHORISED;
import static uz.muhr.client.web.problem.ProblemCode.NOT_ESTABLISHED;
import static uz.muhr.client.web.problem.ProblemCode.NO_SIGNER;
import static uz.muhr.client.web.problem.ProblemCode.QUEUE_FULL;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A write, which is kept in the journal before it is answered; with the problems that every one of them may have. */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Problems({
    MALFORMED_ARGUMENT,
    NOT_AUTHORISED,
    NO_SIGNER,
    CORRUPT_RECORD,
    CLOCK_SKEW,
    NOT_ESTABLISHED,
    IDEMPOTENCY_KEY_REUSED,
    QUEUE_FULL,
    JOURNAL_UNAVAILABLE
})
public @interface Journalled {}
