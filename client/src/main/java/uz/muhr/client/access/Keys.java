package uz.muhr.client.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uz.muhr.client.access.AccessRefusal.Why;

/** The keys of programs. Every operation fails with {@link AccessUnavailableException} when it cannot ask. */
public final class Keys {
    /** When a key was used last is written down no more often. */
    private static final Duration COARSE = Duration.ofMinutes(10);

    private final AccessStore store;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Keys(AccessStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A key, and what makes it one, which nobody has been told. */
    public record Made(ApiKey key, KeySecret secret) {}

    private record Known(ApiKey key, String digest) {}

    /** Makes one. */
    public Made create(String label, Set<Role> roles, Optional<Instant> expires, String by) {
        return keep(KeySecret.random(random), label, roles, expires, by);
    }

    Made keep(KeySecret secret, String label, Set<Role> roles, Optional<Instant> expires, String by) {
        ApiKey key =
                new ApiKey(secret.id(), label, roles, by, Rows.now(clock), expires, Optional.empty(), Optional.empty());
        return store.write(jdbc -> {
            jdbc.sql("INSERT INTO api_key (" + Rows.KEY + ") VALUES (?, ?, ?, ?, ?, ?, ?, NULL, NULL)")
                    .params(Arrays.asList(
                            key.id(),
                            secret.digest(),
                            label,
                            Role.names(roles),
                            by,
                            Rows.time(key.created()),
                            Rows.time(expires)))
                    .update();
            return new Made(key, secret);
        });
    }

    /** All there ever were, the newest first. */
    public List<ApiKey> all() {
        return store.ask(jdbc -> jdbc.sql("SELECT " + Rows.KEY + " FROM api_key ORDER BY created_at DESC, id")
                .query(Rows::key)
                .list());
    }

    /**
     * Lets nobody in with it any more; once more changes nothing.
     *
     * @throws AccessRefusal UNKNOWN_KEY
     */
    public void revoke(String id) {
        store.write(jdbc -> {
            int known = jdbc.sql("UPDATE api_key SET revoked_at = COALESCE(revoked_at, ?) WHERE id = ?")
                    .params(Rows.time(clock.instant()), id)
                    .update();
            if (known == 0) {
                throw new AccessRefusal(
                        Why.UNKNOWN_KEY, "There is no key of this id; GET /api/keys lists those there are.");
            }
            return known;
        });
    }

    /** The key, if it lets anybody in. */
    public Optional<ApiKey> standing(KeySecret secret) {
        Instant now = clock.instant();
        Optional<ApiKey> standing = store.ask(jdbc -> jdbc.sql("SELECT " + Rows.KEY + " FROM api_key WHERE id = ?")
                        .param(secret.id())
                        .query((row, n) -> new Known(Rows.key(row, n), row.getString("digest")))
                        .optional())
                .filter(known -> equal(known.digest, secret.digest()))
                .map(Known::key)
                .filter(key -> key.stands(now));
        standing.filter(key -> key.used().filter(now.minus(COARSE)::isBefore).isEmpty())
                .ifPresent(key -> used(key, now));
        return standing;
    }

    private void used(ApiKey key, Instant now) {
        store.write(jdbc -> jdbc.sql("UPDATE api_key SET used_at = ? WHERE id = ?")
                .params(Rows.time(now), key.id())
                .update());
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
