package uz.muhr.client.web;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import uz.muhr.client.access.Role;
import uz.muhr.client.web.oidc.OidcSettings;

/**
 * What is set of the identity provider. See {@link OidcSettings}.
 *
 * @param secretFile a file that holds the secret and nothing else; in place of {@code secret}
 * @param roles the provider's that give each of ours; {@code muhr-issuer} and so on where it is not set
 */
@ConfigurationProperties("muhr.oidc")
record OidcPlace(
        @DefaultValue("") String issuer,
        @DefaultValue("muhr") String client,
        @Nullable String secret,
        @Nullable String secretFile,
        @DefaultValue("muhr-api") String audience,
        @DefaultValue("RS256") String algorithm,
        @DefaultValue("60s") Duration skew,
        @DefaultValue("1h") Duration session,
        @DefaultValue("preferred_username") String nameClaim,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue Map<Role, Set<String>> roles) {
    private static final String REMEDY = "See \"An identity provider of your own\" in client/README.md.";

    /** @throws StartRefusedException when it cannot be used */
    OidcSettings settings() {
        OidcSettings settings = new OidcSettings(
                address(),
                client,
                theSecret(),
                audience,
                algorithm,
                skew,
                session,
                nameClaim,
                rolesClaim,
                Arrays.stream(Role.values())
                        .collect(Collectors.toMap(
                                role -> role, role -> roles.getOrDefault(role, Set.of("muhr-" + role.word())))));
        settings.fault().ifPresent(fault -> {
            throw new StartRefusedException(fault, REMEDY);
        });
        return settings;
    }

    /** What is wrong where people sign in here. */
    static StartRefusedException unused() {
        return new StartRefusedException(
                "muhr.oidc.issuer is set, but muhr.sign-in is not provider, so nobody would sign in there.", REMEDY);
    }

    /** What is wrong when others can see the secret. */
    static StartRefusedException shownToAll() {
        return new StartRefusedException(
                "muhr.oidc.secret may not be an argument, since everybody on this computer sees those.",
                "Set muhr.oidc.secret-file, or MUHR_OIDC_SECRET.");
    }

    private URI address() {
        try {
            return URI.create(issuer);
        } catch (IllegalArgumentException e) {
            throw new StartRefusedException("muhr.oidc.issuer has to be an address; it is none.", REMEDY);
        }
    }

    private Optional<String> theSecret() {
        if (secretFile == null) {
            return Optional.ofNullable(secret);
        }
        if (secret != null) {
            throw new StartRefusedException(
                    "Of muhr.oidc.secret and muhr.oidc.secret-file one may be set; both are.", REMEDY);
        }
        try {
            return Optional.of(Files.readString(Path.of(secretFile)).strip());
        } catch (IOException e) {
            throw new StartRefusedException("muhr.oidc.secret-file cannot be read.", REMEDY);
        }
    }

    @Override
    public String toString() {
        return "the identity provider " + issuer;
    }
}
