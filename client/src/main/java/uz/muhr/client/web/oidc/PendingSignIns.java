package uz.muhr.client.web.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Those who were sent to the provider and are not back yet. A browser brings the cookie of a session along only from a page of
 * ours; that is why these have a cookie of their own, which comes along from the provider's page, too. It is good for one
 * return, for ten minutes, and for nothing else.
 */
final class PendingSignIns implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    static final String COOKIE = "MUHR-SIGNING-IN";

    private final OneTimeCookie<OAuth2AuthorizationRequest> sent =
            new OneTimeCookie<>(COOKIE, Paths.RETURN, "Lax", Duration.ofMinutes(10));

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return sent.seen(request).orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest request, HttpServletRequest http, HttpServletResponse response) {
        if (request == null) {
            removeAuthorizationRequest(http, response);
        } else {
            sent.keep(request, http, response);
        }
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        return sent.taken(request, response).orElse(null);
    }
}
