package uz.muhr.client.web.oidc;

import java.util.Optional;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import uz.muhr.client.access.Caller;
import uz.muhr.client.web.access.BearerTokens;

/** Programs that bring a token of the provider's. */
final class ProviderTokens implements BearerTokens {
    private final JwtDecoder decoder;
    private final RoleClaims roles;
    private final String nameClaim;

    ProviderTokens(Provider provider, OidcSettings settings) {
        this.decoder = provider.accessTokens();
        this.roles = RoleClaims.of(settings);
        this.nameClaim = settings.nameClaim();
    }

    @Override
    public Optional<Caller> caller(String token) {
        try {
            Jwt jwt = decoder.decode(token);
            return Optional.of(new Caller.Service(Names.of(jwt, nameClaim), roles.in(jwt.getClaims())));
        } catch (JwtException e) {
            Silence.in(e).ifPresent(silence -> {
                throw silence;
            });
            return Optional.empty();
        }
    }
}
