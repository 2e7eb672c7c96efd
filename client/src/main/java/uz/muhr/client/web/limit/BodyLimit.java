package uz.muhr.client.web.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Nobody may send without end, nor so slowly that a thread is kept for it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
final class BodyLimit extends OncePerRequestFilter {
    private final BodyRules rules;

    BodyLimit(BodyRules rules) {
        this.rules = rules;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new BoundedRequest(request, rules), response);
    }
}
