package uz.muhr.client.web.oidc;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import uz.muhr.client.access.Role;
import uz.muhr.client.address.ThisComputer;

/**
 * The organisation's identity provider, and what is asked of it.
 *
 * @param issuer as its tokens name it; its description is at {@code /.well-known/openid-configuration} below
 * @param client as which this client is known there
 * @param secret of a confidential client; a public one has none, since PKCE is used with both
 * @param audience as which programs' tokens name this client; another than {@code client}, so that nobody's proof of having signed
 *     in passes for a program's token
 * @param algorithm the one by which all tokens are signed (RFC 7518), never taken from a token
 * @param skew how far the provider's clock may be off
 * @param session how long one lasts that was begun there, since roles hold as they were when it began
 * @param nameClaim what people are called
 * @param rolesClaim where roles are named; members of objects with dots between them
 * @param roles those of the provider that give each of ours; one that is not named here gives nothing
 */
public record OidcSettings(
        URI issuer,
        String client,
        Optional<String> secret,
        String audience,
        String algorithm,
        Duration skew,
        Duration session,
        String nameClaim,
        String rolesClaim,
        Map<Role, Set<String>> roles) {
    private static final Pattern ADDRESS = Pattern.compile("(https|http)://[^/?#@\\s]+(/[^?#\\s]*)?");
    private static final Set<String> ALGORITHMS = Set.of("RS256", "RS512", "PS256", "ES256", "ES384");
    private static final Duration MOST_SKEW = Duration.ofMinutes(5);
    private static final Duration SHORTEST_SESSION = Duration.ofSeconds(1);

    public OidcSettings {
        roles = Map.copyOf(roles);
    }

    /** What is wrong with it, in one sentence; empty when it can be used. */
    public Optional<String> fault() {
        if (!isSafe(issuer)) {
            return Optional.of("muhr.oidc.issuer has to be an https address, or an http address of this computer's own,"
                    + " without a query; it is \"" + issuer + "\".");
        }
        if (client.isBlank()) {
            return Optional.of("muhr.oidc.client has to name this client as the provider knows it; it is not set.");
        }
        if (secret.filter(String::isBlank).isPresent()) {
            return Optional.of("The secret of muhr.oidc.client has to have characters; it is empty.");
        }
        if (audience.isBlank() || audience.equals(client)) {
            return Optional.of(
                    "muhr.oidc.audience has to be set, and another than muhr.oidc.client: else what proves that"
                            + " somebody signed in would pass for a program's token.");
        }
        if (!ALGORITHMS.contains(algorithm)) {
            return Optional.of(
                    "muhr.oidc.algorithm has to be RS256, RS512, PS256, ES256 or ES384; it is \"" + algorithm + "\".");
        }
        if (skew.isNegative() || skew.compareTo(MOST_SKEW) > 0) {
            return Optional.of("muhr.oidc.skew has to be from 0s to 5m; it is " + skew + ".");
        }
        return session.compareTo(SHORTEST_SESSION) < 0
                ? Optional.of("muhr.oidc.session has to be at least 1s; it is " + session + ".")
                : Optional.empty();
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "the identity provider " + issuer;
    }

    private static boolean isSafe(URI address) {
        return ADDRESS.matcher(address.toString()).matches()
                && address.getHost() != null
                && ("https".equals(address.getScheme()) || ThisComputer.NAMES.contains(address.getHost()));
    }
}
