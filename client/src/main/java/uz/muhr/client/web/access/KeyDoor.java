package uz.muhr.client.web.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import uz.muhr.client.access.AccessUnavailableException;
import uz.muhr.client.access.Caller;
import uz.muhr.client.access.KeySecret;
import uz.muhr.client.access.Keys;
import uz.muhr.client.web.problem.Problem;
import uz.muhr.client.web.problem.ProblemAnswer;
import uz.muhr.client.web.problem.ProblemCode;

/**
 * Lets programs in by their keys, or by the provider's tokens (RFC 6750), for one request each. One that does not stand is
 * refused everywhere.
 */
final class KeyDoor extends OncePerRequestFilter {
    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+)", Pattern.CASE_INSENSITIVE);

    private final Keys keys;
    private final BearerTokens tokens;
    private final ProblemAnswer answer;

    KeyDoor(Keys keys, BearerTokens tokens, ProblemAnswer answer) {
        this.keys = keys;
        this.tokens = tokens;
        this.answer = answer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            try {
                Optional<Caller> caller = caller(authorization);
                if (caller.isEmpty()) {
                    answer.write(
                            Problem.of(
                                    ProblemCode.NOT_SIGNED_IN,
                                    "The header Authorization has to be Bearer and a key of this client that stands,"
                                            + " or its identity provider's token for it; it is not."),
                            response);
                    return;
                }
                Callers.enter(caller.get());
            } catch (AccessUnavailableException e) {
                answer.write(Problem.of(ProblemCode.ACCESS_UNAVAILABLE, e.sentence()), response);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private Optional<Caller> caller(String authorization) {
        Matcher bearer = BEARER.matcher(authorization);
        if (!bearer.matches()) {
            return Optional.empty();
        }
        Optional<KeySecret> secret = KeySecret.parse(bearer.group(1));
        return secret.isPresent()
                ? secret.flatMap(keys::standing).map(Caller.Program::new)
                : tokens.caller(bearer.group(1));
    }
}
