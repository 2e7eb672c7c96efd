package uz.muhr.client.web.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import uz.muhr.client.access.AccessUnavailableException;

class DescriptionTest {
    private static final String ISSUER = "https://login.agency.example/realms/agency";

    private final Map<String, Object> members = new HashMap<>(Map.of(
            "issuer",
            ISSUER,
            "authorization_endpoint",
            ISSUER + "/authorize",
            "token_endpoint",
            ISSUER + "/token",
            "jwks_uri",
            ISSUER + "/keys",
            "end_session_endpoint",
            ISSUER + "/sign-out",
            "response_types_supported",
            List.of("code"),
            "subject_types_supported",
            List.of("public"),
            "id_token_signing_alg_values_supported",
            List.of("RS256")));

    private Description read(Optional<String> secret) {
        return read(new Gson().toJson(members), secret);
    }

    private static Description read(String json, Optional<String> secret) {
        OidcSettings settings = new OidcSettings(
                URI.create(ISSUER),
                "muhr",
                secret,
                "muhr-api",
                "RS256",
                Duration.ZERO,
                Duration.ofHours(1),
                "name",
                "roles",
                Map.of());
        return Description.read(json, settings, new ProviderCalls(settings.issuer()));
    }

    private String refused() {
        return assertThrows(AccessUnavailableException.class, () -> read(Optional.empty()))
                .sentence();
    }

    @Test
    void peopleAreSentByCodeWithPkceWhetherOrNotTheClientHasASecret() {
        for (Optional<String> secret : List.of(Optional.<String>empty(), Optional.of("secret"))) {
            Description description = read(secret);
            assertTrue(description.registration().getClientSettings().isRequireProofKey());
            assertEquals(
                    AuthorizationGrantType.AUTHORIZATION_CODE,
                    description.registration().getAuthorizationGrantType());
            assertEquals(
                    secret.isPresent()
                            ? ClientAuthenticationMethod.CLIENT_SECRET_BASIC
                            : ClientAuthenticationMethod.NONE,
                    description.registration().getClientAuthenticationMethod());
        }
    }

    @Test
    void aProviderNeedNotOfferToSignOut() {
        assertEquals(
                Optional.of(URI.create(ISSUER + "/sign-out")),
                read(Optional.empty()).signOut());
        members.remove("end_session_endpoint");
        assertEquals(Optional.empty(), read(Optional.empty()).signOut());
    }

    @Test
    void anotherIssuerIsRefused() {
        members.put("issuer", ISSUER + "/");
        assertTrue(refused().contains("another issuer"), refused());
        members.remove("issuer");
        assertTrue(refused().contains("another issuer"), refused());
    }

    @ParameterizedTest
    @CsvSource({
        "authorization_endpoint, https://login.evil.example/authorize",
        "token_endpoint, https://login.agency.example.evil.example/token",
        "token_endpoint, http://login.agency.example/token",
        "jwks_uri, https://login.agency.example:8443/keys",
        "jwks_uri, https://login.agency.example@evil.example/keys",
        "jwks_uri, https://evil@login.agency.example/keys",
        "jwks_uri, http://169.254.169.254/latest",
        "jwks_uri, file:///etc/passwd",
        "jwks_uri, /keys",
        "jwks_uri, 'no address'",
        "end_session_endpoint, https://evil.example/"
    })
    void anAddressThatIsNotTheIssuersOwnIsRefused(String name, String address) {
        members.put(name, address);
        assertTrue(refused().contains("its " + name), refused());
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorization_endpoint", "token_endpoint", "jwks_uri"})
    void whatIsNeededHasToBeThere(String name) {
        members.remove(name);
        assertTrue(refused().contains("it has no " + name), refused());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "<html>", "{\"issuer\":"})
    void whatIsNoDescriptionIsRefused(String text) {
        assertThrows(AccessUnavailableException.class, () -> read(text, Optional.empty()));
    }
}
