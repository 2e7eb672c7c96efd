package uz.muhr.client.web.oidc;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import uz.muhr.client.access.AccessUnavailableException;
import uz.muhr.client.access.Buckets;

/**
 * Sends those who have signed out to the provider; and those who sign in back to the page, while it is away or when too
 * many of them come from one address: of each that leaves something is kept until it is back.
 */
final class Departures extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger("uz.muhr.access");

    /** From one address: a whole office may share it, and begins work at the same time. */
    private static final int MOST_A_MINUTE = 120;

    private static final int MOST_ADDRESSES = 10_000;

    private final Provider provider;
    private final SignOutAtProvider signOut;
    private final Buckets<String> addresses =
            new Buckets<>(MOST_A_MINUTE, Duration.ofMinutes(1), TimeMeter.SYSTEM_NANOTIME, MOST_ADDRESSES);

    Departures(Provider provider, SignOutAtProvider signOut) {
        this.provider = provider;
        this.signOut = signOut;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().equals(Paths.SIGN_OUT)) {
            response.sendRedirect(
                    signOut.next(request, response).map(URI::toString).orElse("/"));
            return;
        }
        if (request.getRequestURI().equals(Paths.LEAVE)
                && !addresses.of(request.getRemoteAddr()).tryConsume(1)) {
            response.sendRedirect(Paths.PAGE + "?refused=often");
            return;
        }
        try {
            provider.description();
        } catch (AccessUnavailableException e) {
            LOG.warn("Nobody can be sent to the provider or come back. {}", e.sentence());
            response.sendRedirect(Paths.PAGE + "?refused=away");
            return;
        }
        chain.doFilter(request, response);
    }
}
