package uz.muhr.client.web.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import uz.muhr.client.web.problem.Problem;
import uz.muhr.client.web.problem.ProblemAnswer;
import uz.muhr.client.web.problem.ProblemCode;

/** Where people sign in elsewhere, nobody does so by an account of ours, whichever there are. */
final class AccountsElsewhere extends OncePerRequestFilter {
    private static final PathPattern ACCOUNTS = pattern("/api/accounts/{*rest}");
    private static final Map<PathPattern, HttpMethod> BY_PASSWORD = Map.of(
            pattern("/api/session"), HttpMethod.POST,
            pattern("/api/session/password"), HttpMethod.PUT);

    private final SignInElsewhere elsewhere;
    private final ProblemAnswer answer;

    AccountsElsewhere(SignInElsewhere elsewhere, ProblemAnswer answer) {
        this.elsewhere = elsewhere;
        this.answer = answer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        PathContainer path = ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
        boolean password = BY_PASSWORD.entrySet().stream()
                .anyMatch(door ->
                        door.getKey().matches(path) && door.getValue().name().equals(request.getMethod()));
        if (password || ACCOUNTS.matches(path)) {
            answer.write(
                    Problem.of(
                            ProblemCode.SIGN_IN_ELSEWHERE,
                            "People sign in at their organisation's identity provider, which keeps their accounts; open "
                                    + elsewhere.signInAt() + " in a browser."),
                    response);
            return;
        }
        chain.doFilter(request, response);
    }

    private static PathPattern pattern(String path) {
        return PathPatternParser.defaultInstance.parse(path);
    }
}
