package uz.muhr.client.web.oidc;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import uz.muhr.client.access.AccessUnavailableException;

/**
 * How the provider describes itself (OpenID Connect Discovery 1.0 section 3).
 *
 * @param registration how people are sent there: authorization code with PKCE (RFC 7636)
 * @param keys where its public keys are
 * @param signOut where sessions end, if it offers that (OpenID Connect RP-Initiated Logout 1.0)
 */
record Description(ClientRegistration registration, URI keys, Optional<URI> signOut) {
    /** Below the issuer's address. */
    static final String PATH = "/.well-known/openid-configuration";

    /**
     * Reads it; all addresses in it have to be the issuer's own.
     *
     * @throws AccessUnavailableException when it cannot be used
     */
    static Description read(String json, OidcSettings settings, ProviderCalls calls) {
        Map<String, Object> members = members(json);
        String issuer = settings.issuer().toString();
        if (!issuer.equals(members.get("issuer"))) {
            throw unusable("it names another issuer than muhr.oidc.issuer", null);
        }
        own("authorization_endpoint", members, calls);
        own("token_endpoint", members, calls);
        URI keys = own("jwks_uri", members, calls);
        Optional<URI> signOut = members.containsKey("end_session_endpoint")
                ? Optional.of(own("end_session_endpoint", members, calls))
                : Optional.empty();
        return new Description(registration(members, settings), keys, signOut);
    }

    private static ClientRegistration registration(Map<String, Object> members, OidcSettings settings) {
        try {
            ClientRegistration.Builder builder = ClientRegistrations.fromOidcConfiguration(members)
                    .registrationId(Provider.NAME)
                    .clientId(settings.client())
                    .clientSettings(ClientRegistration.ClientSettings.builder()
                            .requireProofKey(true)
                            .build())
                    .redirectUri("{baseUrl}" + Paths.RETURN + "{registrationId}")
                    .scope("openid", "profile");
            settings.secret()
                    .ifPresentOrElse(
                            builder::clientSecret,
                            () -> builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE));
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw unusable("a part of it is missing", e);
        }
    }

    private static Map<String, Object> members(String json) {
        try {
            Map<String, Object> members = JSONObjectUtils.parse(json);
            if (members != null) {
                return members;
            }
        } catch (ParseException e) {
            throw unusable("it is no JSON object", e);
        }
        throw unusable("it is no JSON object", null);
    }

    private static URI own(String name, Map<String, Object> members, ProviderCalls calls) {
        if (!(members.get(name) instanceof String text)) {
            throw unusable("it has no " + name, null);
        }
        try {
            URI address = URI.create(text);
            if (calls.isOwn(address)) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw unusable("its " + name + " is no address", e);
        }
        throw unusable("its " + name + " is not at the issuer's own address", null);
    }

    private static AccessUnavailableException unusable(String why, @Nullable Throwable cause) {
        return new AccessUnavailableException(
                "The identity provider's description of itself cannot be used: " + why + ".", cause);
    }
}
