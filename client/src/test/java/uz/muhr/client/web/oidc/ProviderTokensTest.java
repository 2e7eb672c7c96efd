package uz.muhr.client.web.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.client.access.AccessUnavailableException;
import uz.muhr.client.access.Caller;
import uz.muhr.client.access.Role;

/** From a good token one thing is made bad at a time, and nobody comes in. */
@TestInstance(Lifecycle.PER_CLASS)
class ProviderTokensTest {
    private final StandInProvider provider = StandInProvider.start();
    private final RSAKey strangers =
            new RSAKeyGenerator(2048).keyID("a stranger's").generate();
    private final ProviderTokens tokens = tokens(provider);

    ProviderTokensTest() throws Exception {}

    @AfterAll
    void close() {
        provider.close();
    }

    private static ProviderTokens tokens(StandInProvider provider) {
        OidcSettings settings = new OidcSettings(
                provider.address(),
                StandInProvider.CLIENT,
                Optional.of(StandInProvider.SECRET),
                StandInProvider.AUDIENCE,
                "RS256",
                Duration.ofSeconds(30),
                Duration.ofHours(1),
                "preferred_username",
                "roles",
                Map.of(Role.ISSUER, Set.of("muhr-issuer"), Role.AUDITOR, Set.of("muhr-auditor")));
        return new ProviderTokens(new Provider(settings, new ProviderCalls(settings.issuer())), settings);
    }

    private Tokens good() {
        return provider.tokens("muhr-auditor", "canteen");
    }

    private void refused(String token) {
        assertEquals(Optional.empty(), tokens.caller(token), token);
    }

    @Test
    void aGoodTokenSaysWhoseItIsAndInWhichOfOurRoles() throws Exception {
        assertEquals(Optional.of(new Caller.Service("dilnoza", Set.of(Role.AUDITOR))), tokens.caller(good().signed()));
    }

    @Test
    void itMayNameOthersBesidesUsAndSayThatItIsAnAccessToken() throws Exception {
        assertTrue(tokens.caller(good().with("aud", List.of("account", StandInProvider.AUDIENCE))
                        .with(header(JWSAlgorithm.RS256)
                                .type(new JOSEObjectType("at+jwt"))
                                .build())
                        .signed())
                .isPresent());
        assertTrue(tokens.caller(good().with(header(JWSAlgorithm.RS256).build()).signed())
                .isPresent());
    }

    @Test
    void whoeverHasNoRoleOfOursIsKnownAndMayDoNothing() throws Exception {
        Caller caller = tokens.caller(
                        provider.tokens("canteen", "ISSUER", "issuer").signed())
                .orElseThrow();
        assertFalse(caller.hasRole());
        assertFalse(
                tokens.caller(good().with("roles", null).signed()).orElseThrow().hasRole());
    }

    @Test
    void aTokenForSomebodyElseIsRefused() throws Exception {
        refused(good().with("aud", "another").signed());
        refused(good().with("aud", List.of("another", StandInProvider.AUDIENCE + "2"))
                .signed());
        refused(good().with("aud", List.of()).signed());
        refused(good().with("aud", null).signed());
    }

    @Test
    void theProofThatSomebodySignedInIsNoProgramsToken() throws Exception {
        refused(good().with("aud", StandInProvider.CLIENT).signed());
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() throws Exception {
        refused(good().with("iss", provider.issuer() + "/").signed());
        refused(good().with("iss", provider.issuer().replace("realm", "elsewhere"))
                .signed());
        refused(good().with("iss", null).signed());
    }

    @Test
    void aTokenThatIsOverOrHasNoEndIsRefused() throws Exception {
        refused(good().with("exp", in(-31)).signed());
        refused(good().with("exp", null).signed());
        assertTrue(tokens.caller(good().with("exp", in(-25)).signed()).isPresent(), "clocks differ");
    }

    @Test
    void aTokenThatDoesNotHoldYetIsRefused() throws Exception {
        refused(good().with("nbf", in(40)).signed());
        assertTrue(tokens.caller(good().with("nbf", in(20)).signed()).isPresent(), "clocks differ");
    }

    @Test
    void aTokenThatSomebodyElseSignedIsRefused() throws Exception {
        refused(good().by(strangers).signed());
        refused(good().by(strangers)
                .with(header(JWSAlgorithm.RS256).keyID(strangers.getKeyID()).build())
                .signed());
        refused(good().by(strangers)
                .with(new JWSHeader.Builder(JWSAlgorithm.RS256).build())
                .signed());
    }

    /** Whatever a token says of where its key is: nobody looks there. */
    @Test
    void aTokenThatBringsItsKeyAlongOrSaysWhereItIsIsRefused() throws Exception {
        try (StandInProvider elsewhere = StandInProvider.start()) {
            URI there = URI.create(elsewhere.issuer() + "/keys");
            JWK own = strangers.toPublicJWK();
            refused(good().by(strangers)
                    .with(header(JWSAlgorithm.RS256).jwk(own).build())
                    .signed());
            refused(good().by(strangers)
                    .with(header(JWSAlgorithm.RS256).jwkURL(there).build())
                    .signed());
            refused(good().by(strangers)
                    .with(header(JWSAlgorithm.RS256).x509CertURL(there).build())
                    .signed());
            assertEquals(List.of(), elsewhere.asked());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS384", "RS512", "PS256"})
    void anotherAlgorithmThanTheAgreedOneIsRefusedEvenByTheProvidersKey(String algorithm) throws Exception {
        refused(good().with(header(JWSAlgorithm.parse(algorithm)).build()).signed());
    }

    @Test
    void aTokenThatNobodySignedIsRefused() throws Exception {
        JWTClaimsSet claims = SignedJWT.parse(good().signed()).getJWTClaimsSet();
        String plain = new PlainJWT(claims).serialize();
        refused(plain);
        refused(plain + good().signed().split("\\.", -1)[2]);
    }

    /** The known confusion: what everybody may know, the public key, taken as a secret. */
    @Test
    void aTokenWhoseSecretIsThePublicKeyIsRefused() throws Exception {
        for (byte[] secret : List.of(
                good().key().toRSAPublicKey().getEncoded(),
                good().key().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8),
                StandInProvider.SECRET.getBytes(StandardCharsets.US_ASCII))) {
            SignedJWT token = new SignedJWT(
                    header(JWSAlgorithm.HS256).build(),
                    SignedJWT.parse(good().signed()).getJWTClaimsSet());
            token.sign(new MACSigner(secret));
            refused(token.serialize());
        }
    }

    @Test
    void aTokenThatWasChangedSinceIsRefused() throws Exception {
        String[] parts = good().signed().split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String more = claims.replace("canteen", "muhr-issuer");
        assertFalse(more.equals(claims));
        refused(parts[0]
                + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(more.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[2]);
        refused(parts[0] + "." + parts[1] + ".");
        refused(parts[0] + "." + parts[1] + "." + "A".repeat(342));
    }

    @Test
    void anotherKindOfTokenIsRefused() throws Exception {
        refused(good().with(header(JWSAlgorithm.RS256)
                        .type(new JOSEObjectType("logout+jwt"))
                        .build())
                .signed());
    }

    @Test
    void aTokenWithAConditionThatIsNotUnderstoodIsRefused() throws Exception {
        refused(good().with(header(JWSAlgorithm.RS256)
                        .criticalParams(Set.of("x"))
                        .customParam("x", 1)
                        .build())
                .signed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.b", "a.b.c", "..", "e30.e30.", "a.b.c.d.e", "eyJhbGciOiJub25lIn0.e30."})
    void whatIsNoTokenIsRefused(String text) {
        refused(text);
    }

    @Test
    void manyTokensByUnknownKeysAskTheProviderOnce() throws Exception {
        try (StandInProvider quiet = StandInProvider.start()) {
            ProviderTokens of = tokens(quiet);
            for (int i = 0; i < 50; i++) {
                assertEquals(
                        Optional.empty(),
                        of.caller(quiet.tokens()
                                .by(strangers)
                                .with(new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .keyID("key " + i)
                                        .build())
                                .signed()));
            }
            assertEquals(List.of("openid-configuration", "keys"), quiet.asked());
        }
    }

    @Test
    void whileTheProviderIsAwayNobodyIsCalledAStranger() throws Exception {
        try (StandInProvider late = StandInProvider.away()) {
            String token = late.tokens("muhr-auditor").signed();
            ProviderTokens of = tokens(late);
            AccessUnavailableException silence = assertThrows(AccessUnavailableException.class, () -> of.caller(token));
            assertTrue(silence.sentence().contains("does not answer"), silence.sentence());
            ProviderTokens another = tokens(late);
            late.answer();
            assertTrue(another.caller(token).isPresent());
        }
    }

    @Test
    void aProviderThatHangsIsNotWaitedForLong() throws Exception {
        try (StandInProvider hanging = StandInProvider.start()) {
            hanging.fallSilent();
            String token = hanging.tokens("muhr-auditor").signed();
            Instant begun = Instant.now();
            assertThrows(AccessUnavailableException.class, () -> tokens(hanging).caller(token));
            assertTrue(Duration.between(begun, Instant.now()).compareTo(Duration.ofSeconds(20)) < 0);
        }
    }

    private JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).keyID(good().key().getKeyID());
    }

    private static long in(int seconds) {
        return Instant.now().plusSeconds(seconds).getEpochSecond();
    }
}
