package uz.muhr.client.web.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import uz.muhr.client.access.Caller;
import uz.muhr.client.access.Role;
import uz.muhr.client.web.access.Sessions;

/** What happens when somebody comes back from the provider. */
final class SignInAtProvider implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger("uz.muhr.access");

    private final OidcSettings settings;
    private final RoleClaims roles;
    private final Sessions sessions;
    private final SignOutAtProvider signOut;

    SignInAtProvider(OidcSettings settings, Sessions sessions, SignOutAtProvider signOut) {
        this.settings = settings;
        this.roles = RoleClaims.of(settings);
        this.sessions = sessions;
        this.signOut = signOut;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        if (!(authentication.getPrincipal() instanceof OidcUser user)) {
            throw new IllegalStateException("Somebody came back without a proof of having signed in.");
        }
        Caller.Member member = new Caller.Member(Names.of(user, settings.nameClaim()), roles.in(user.getClaims()));
        sessions.begin(request, response, member, settings.session());
        signOut.begun(request.getSession(false), user.getIdToken());
        LOG.info(
                "{} signed in at the provider, from {}; roles: {}.",
                member.name(),
                request.getRemoteAddr(),
                Role.listed(member.roles()));
        response.sendRedirect(Paths.PAGE);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        sessions.end(request, response);
        boolean away = Silence.in(failure).isPresent();
        LOG.warn(
                "Nobody was let in by the provider, from {}: {}.",
                request.getRemoteAddr(),
                away ? "away" : code(failure));
        response.sendRedirect(Paths.PAGE + (away ? "?refused=away" : "?refused=provider"));
    }

    /** The failure's code alone: its text may hold a part of a token, and both may hold what a stranger wrote. */
    private static String code(AuthenticationException failure) {
        String code = failure instanceof OAuth2AuthenticationException known
                ? known.getError().getErrorCode()
                : failure.getClass().getSimpleName();
        return code.matches("[A-Za-z_]{1,60}") ? code : "refused";
    }
}
