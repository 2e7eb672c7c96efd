package uz.muhr.client.web.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A good token, in which a test makes one thing bad. */
public record Tokens(RSAKey key, JWSHeader header, Map<String, Object> claims) {
    static Tokens of(RSAKey key, String issuer, String... roles) {
        long now = Instant.now().getEpochSecond();
        return new Tokens(
                key,
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(key.getKeyID())
                        .type(JOSEObjectType.JWT)
                        .build(),
                Map.of(
                        "iss",
                        issuer,
                        "sub",
                        "b1b2",
                        "aud",
                        StandInProvider.AUDIENCE,
                        "iat",
                        now - 300,
                        "exp",
                        now + 300,
                        "preferred_username",
                        "dilnoza",
                        "roles",
                        List.of(roles)));
    }

    /** With this claim, or without it when the value is null. */
    public Tokens with(String claim, @Nullable Object value) {
        Map<String, Object> other = new HashMap<>(claims);
        if (value == null) {
            other.remove(claim);
        } else {
            other.put(claim, value);
        }
        return new Tokens(key, header, other);
    }

    /** With this header. */
    public Tokens with(JWSHeader other) {
        return new Tokens(key, other, claims);
    }

    /** By this key, whatever the header says. */
    public Tokens by(RSAKey other) {
        return new Tokens(other, header, claims);
    }

    /** What is sent. */
    public String signed() throws JOSEException {
        JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder();
        claims.forEach(builder::claim);
        SignedJWT token = new SignedJWT(header, builder.build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }
}
