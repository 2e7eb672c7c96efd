package uz.muhr.client.web.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.coyote.CloseNowException;
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
        BoundedRequest bounded = new BoundedRequest(request, rules);
        chain.doFilter(bounded, response);
        if (bounded.isTooSlow()) {
            // The server would wait for the rest, however slowly it comes, before it closes.
            response.getOutputStream().close();
            throw new CloseNowException();
        }
    }
}
