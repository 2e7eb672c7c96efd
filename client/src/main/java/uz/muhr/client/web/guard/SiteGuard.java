package uz.muhr.client.web.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;
import uz.muhr.client.web.problem.Problem;

/** Turns away what a page of another site sends, before anything of it is read. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class SiteGuard extends OncePerRequestFilter {
    private final JsonMapper json;
    private final OwnNames own;

    SiteGuard(JsonMapper json, OwnNames own) {
        this.json = json;
        this.own = own;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Visitor visitor = new Visitor(
                request.getMethod(),
                request.getHeader(HttpHeaders.HOST),
                request.getHeader(HttpHeaders.ORIGIN),
                request.getHeader("Sec-Fetch-Site"));
        Optional<Problem> refusal = visitor.refusal(own);
        if (refusal.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(refusal.get().status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(refusal.get()));
    }
}
