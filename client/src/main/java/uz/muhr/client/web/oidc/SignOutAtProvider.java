package uz.muhr.client.web.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;
import uz.muhr.client.web.access.SignInElsewhere;

/**
 * Ends at the provider, too, what was begun there, if it offers that (OpenID Connect RP-Initiated Logout 1.0 section 2). For this
 * one purpose the proof of having signed in is kept: in the memory of this process, as long as the session, and after it for
 * the minute in which the browser is on its way.
 */
final class SignOutAtProvider implements SignInElsewhere {
    private static final String PROOF = SignOutAtProvider.class.getName();

    private final Provider provider;
    private final String client;
    private final OneTimeCookie<URI> leaving =
            new OneTimeCookie<>("MUHR-SIGNING-OUT", Paths.SIGN_OUT, "Strict", Duration.ofMinutes(1));

    /** What ends there. */
    private record Proof(URI place, String token) {}

    SignOutAtProvider(Provider provider, String client) {
        this.provider = provider;
        this.client = client;
    }

    void begun(@Nullable HttpSession session, OidcIdToken proof) {
        Optional<URI> place = provider.description().signOut();
        if (session != null && place.isPresent()) {
            session.setAttribute(PROOF, new Proof(place.get(), proof.getTokenValue()));
        }
    }

    @Override
    public String signInAt() {
        return Paths.LEAVE;
    }

    @Override
    public Optional<String> signOutAt(HttpServletRequest request) {
        return proof(request).map(proof -> Paths.SIGN_OUT);
    }

    @Override
    public void ending(HttpServletRequest request, HttpServletResponse response) {
        proof(request)
                .ifPresent(proof -> leaving.keep(
                        UriComponentsBuilder.fromUri(proof.place)
                                .queryParam("client_id", "{client}")
                                .queryParam("id_token_hint", "{proof}")
                                .queryParam("post_logout_redirect_uri", "{home}")
                                .encode()
                                .buildAndExpand(client, proof.token, home(request))
                                .toUri(),
                        request,
                        response));
    }

    /** Where a browser goes that has signed out here; empty when there is nothing to end. */
    Optional<URI> next(HttpServletRequest request, HttpServletResponse response) {
        return leaving.taken(request, response);
    }

    private static Optional<Proof> proof(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(PROOF) instanceof Proof proof
                ? Optional.of(proof)
                : Optional.empty();
    }

    private static String home(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).path("/").toUriString();
    }
}
