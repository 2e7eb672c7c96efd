package uz.muhr.client.web.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.access.ApiKey;
import uz.muhr.client.access.KeySecret;
import uz.muhr.client.access.Keys;
import uz.muhr.client.access.Role;

/**
 * A program's key, for those who keep keys.
 *
 * @param used when last, to ten minutes
 * @param key itself; shown when it is made and never again
 */
public record KeyView(
        String id,
        String label,
        List<Role> roles,
        String createdBy,
        String created,
        @Nullable String expires,
        @Nullable String used,
        @Nullable String revoked,
        @Nullable String key) {

    static KeyView of(ApiKey key) {
        return of(key, Optional.empty());
    }

    /** With what makes it a key, for whoever made it. */
    static KeyView ofNew(Keys.Made made) {
        return of(made.key(), Optional.of(made.secret()));
    }

    private static KeyView of(ApiKey key, Optional<KeySecret> secret) {
        return new KeyView(
                key.id(),
                key.label(),
                key.roles().stream().sorted().toList(),
                key.createdBy(),
                time(key.created()),
                key.expires().map(KeyView::time).orElse(null),
                key.used().map(KeyView::time).orElse(null),
                key.revoked().map(KeyView::time).orElse(null),
                secret.map(KeySecret::handedOver).orElse(null));
    }

    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
