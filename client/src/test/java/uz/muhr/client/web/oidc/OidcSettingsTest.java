package uz.muhr.client.web.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.client.access.Role;

class OidcSettingsTest {
    private static final Map<Role, Set<String>> ROLES = Map.of(Role.ISSUER, Set.of("muhr-issuer"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://login.agency.example",
                "https://login.agency.example/realms/agency",
                "http://127.0.0.1:8180/realms/agency",
                "http://localhost/",
                "http://[::1]:8180"
            })
    void aProviderIsReachedSafely(String issuer) {
        assertEquals(
                Optional.empty(),
                settings(issuer, "muhr", "muhr-api", "RS256", 60).fault());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://login.agency.example",
                "http://127.0.0.1.evil.example/",
                "http://127.0.0.2/",
                "ftp://login.agency.example",
                "login.agency.example",
                "https:///realms/agency",
                "https://somebody@login.agency.example",
                "https://login.agency.example/realms?of=agency",
                "https://login.agency.example/realms#agency",
                "file:///etc/passwd",
                ""
            })
    void orNotAtAll(String issuer) {
        assertTrue(fault(settings(issuer, "muhr", "muhr-api", "RS256", 60)).contains("muhr.oidc.issuer"));
    }

    @Test
    void whatProvesThatSomebodySignedInMayNotPassForAProgramsToken() {
        assertTrue(fault(settings("https://a.example", "muhr", "muhr", "RS256", 60))
                .contains("muhr.oidc.audience"));
        assertTrue(
                fault(settings("https://a.example", "muhr", " ", "RS256", 60)).contains("muhr.oidc.audience"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "HS512", "rs256", "", "RS1"})
    void anAlgorithmThatProvesNothingIsRefused(String algorithm) {
        assertTrue(fault(settings("https://a.example", "muhr", "muhr-api", algorithm, 60))
                .contains("muhr.oidc.algorithm"));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 301, 3600})
    void clocksMayBeOffByFiveMinutesAtMost(long seconds) {
        assertTrue(fault(settings("https://a.example", "muhr", "muhr-api", "ES256", seconds))
                .contains("muhr.oidc.skew"));
    }

    @Test
    void theRestHasToBeThere() {
        assertTrue(
                fault(settings("https://a.example", "", "muhr-api", "ES256", 0)).contains("muhr.oidc.client"));
        assertTrue(fault(with(Optional.of(" "), Duration.ofHours(1))).contains("secret"));
        assertTrue(fault(with(Optional.empty(), Duration.ZERO)).contains("muhr.oidc.session"));
    }

    @Test
    void theSecretIsInNoText() {
        String secret = "not for logs";
        assertFalse(with(Optional.of(secret), Duration.ofHours(1)).toString().contains(secret));
    }

    private static OidcSettings with(Optional<String> secret, Duration session) {
        return new OidcSettings(
                URI.create("https://a.example"),
                "muhr",
                secret,
                "muhr-api",
                "RS256",
                Duration.ZERO,
                session,
                "preferred_username",
                "roles",
                ROLES);
    }

    private static OidcSettings settings(
            String issuer, String client, String audience, String algorithm, long skewSeconds) {
        return new OidcSettings(
                URI.create(issuer),
                client,
                Optional.empty(),
                audience,
                algorithm,
                Duration.ofSeconds(skewSeconds),
                Duration.ofHours(1),
                "preferred_username",
                "roles",
                ROLES);
    }

    private static String fault(OidcSettings settings) {
        return settings.fault().orElse("");
    }
}
