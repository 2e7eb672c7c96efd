package uz.muhr.client.web.oidc;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import uz.muhr.client.access.AccessUnavailableException;

/**
 * The provider as this client knows it. Its description and its keys are fetched when they are first needed, so that this
 * client starts without it.
 */
final class Provider {
    static final String NAME = "provider";

    private static final Duration DESCRIPTION_HOLDS = Duration.ofHours(1);
    private static final Duration KEYS_HOLD = Duration.ofMinutes(5);
    private static final Duration BETWEEN_UNKNOWN_KEYS = Duration.ofSeconds(10);

    /** RFC 9068 section 2.1; providers that do not follow it say JWT, or nothing. */
    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    private final OidcSettings settings;
    private final Fetched<Description> description;
    private final ProviderKeys keys;

    Provider(OidcSettings settings, ProviderCalls calls) {
        this.settings = settings;
        URI place = URI.create(settings.issuer().toString().replaceFirst("/$", "") + Description.PATH);
        this.description = new Fetched<>(
                () -> Description.read(calls.text(place), settings, calls),
                DESCRIPTION_HOLDS,
                DESCRIPTION_HOLDS,
                System::nanoTime);
        this.keys = new ProviderKeys(new Fetched<>(
                () -> keys(calls.text(description().keys())), KEYS_HOLD, BETWEEN_UNKNOWN_KEYS, System::nanoTime));
    }

    /** @throws AccessUnavailableException when it does not answer, or cannot be used as it describes itself */
    Description description() {
        return description.get();
    }

    /** Checks what proves that somebody signed in (OpenID Connect Core section 3.1.3.7). */
    JwtDecoder idTokens(ClientRegistration registration) {
        OidcIdTokenValidator whose = new OidcIdTokenValidator(registration);
        whose.setClockSkew(settings.skew());
        NimbusJwtDecoder decoder = decoder(
                new DelegatingOAuth2TokenValidator<>(List.of(new JwtTimestampValidator(settings.skew()), whose)),
                JOSEObjectType.JWT,
                null);
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        return decoder;
    }

    /** Checks what programs bring (RFC 9068 section 4): signed by the provider as agreed, for this client, and for now. */
    JwtDecoder accessTokens() {
        return decoder(
                new DelegatingOAuth2TokenValidator<>(List.of(
                        new JwtTimestampValidator(settings.skew()),
                        new JwtClaimValidator<>(JwtClaimNames.EXP, Objects::nonNull),
                        new JwtIssuerValidator(settings.issuer().toString()),
                        new JwtClaimValidator<Collection<String>>(
                                JwtClaimNames.AUD, named -> named != null && named.contains(settings.audience())))),
                ACCESS_TOKEN,
                JOSEObjectType.JWT,
                null);
    }

    /** @param types what a token may say it is; null is nothing */
    private NimbusJwtDecoder decoder(OAuth2TokenValidator<Jwt> rules, @Nullable JOSEObjectType... types) {
        DefaultJWTProcessor<SecurityContext> signed = new DefaultJWTProcessor<>();
        signed.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(types));
        signed.setJWSKeySelector(
                new JWSVerificationKeySelector<>(Set.of(JWSAlgorithm.parse(settings.algorithm())), keys));
        // What it claims is checked by the rules.
        signed.setJWTClaimsSetVerifier((claims, context) -> {});
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(signed);
        decoder.setJwtValidator(rules);
        return decoder;
    }

    private static JWKSet keys(String json) {
        try {
            return JWKSet.parse(json).toPublicJWKSet();
        } catch (ParseException e) {
            throw new AccessUnavailableException("The identity provider's keys cannot be read.", e);
        }
    }
}
