package uz.muhr.client.web.api;

import static uz.muhr.client.web.problem.ProblemCode.ILLEGAL_TRANSITION;
import static uz.muhr.client.web.problem.ProblemCode.NOT_ISSUER;
import static uz.muhr.client.web.problem.ProblemCode.STALE_SEQUENCE;
import static uz.muhr.client.web.problem.ProblemCode.TOO_LARGE;
import static uz.muhr.client.web.problem.ProblemCode.UNKNOWN_DOCUMENT;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import uz.muhr.client.web.problem.Journalled;
import uz.muhr.client.web.problem.Problems;

/** An issuer's change of an anchored document, with the problems that every one of them may have. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Journalled
@Problems({TOO_LARGE, NOT_ISSUER, UNKNOWN_DOCUMENT, ILLEGAL_TRANSITION, STALE_SEQUENCE})
@interface IssuersChange {}
