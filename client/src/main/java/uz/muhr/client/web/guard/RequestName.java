package uz.muhr.client.web.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request a name, which every line of the log about it carries and the answer too. It is always ours: one that
 * a caller made up might say what the log must not.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestName extends OncePerRequestFilter {
    private static final String HEADER = "Muhr-Request";
    private static final String IN_THE_LOG = "request";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String name = UUID.randomUUID().toString();
        response.setHeader(HEADER, name);
        MDC.put(IN_THE_LOG, name);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(IN_THE_LOG);
        }
    }
}
