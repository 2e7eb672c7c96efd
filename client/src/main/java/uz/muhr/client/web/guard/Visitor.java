package uz.muhr.client.web.guard;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.web.problem.Problem;
import uz.muhr.client.web.problem.ProblemCode;

/**
 * Who sends a request, as far as its headers tell. A page of another site may neither reach this door under a name of its
 * own (DNS rebinding), nor have a browser write through it (cross-site request forgery).
 *
 * @param fetchSite the header Sec-Fetch-Site (W3C Fetch Metadata), which a page cannot set itself
 */
record Visitor(
        String method,
        @Nullable String host,
        @Nullable String origin,
        @Nullable String fetchSite) {
    /** RFC 9110 section 9.2.1; CONNECT never reaches a servlet. */
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    /** Why the request is turned away; empty when it may pass. */
    Optional<Problem> refusal(OwnNames own) {
        if (host == null || !own.has(host)) {
            return Optional.of(Problem.of(
                    ProblemCode.FOREIGN_HOST,
                    "This client answers to " + String.join(", ", own.hosts())
                            + " and to no other name; the header Host names another."));
        }
        boolean foreign = (origin != null && !origin.equals(own.origin(host)))
                || (fetchSite != null && !OWN_SITE.contains(fetchSite));
        if (foreign && !SAFE.contains(method)) {
            return Optional.of(Problem.of(
                    ProblemCode.FOREIGN_SITE,
                    "Another site's page may not act through this client; send the request from its own page or"
                            + " without a browser."));
        }
        return Optional.empty();
    }
}
