package uz.muhr.client.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A program's key, without what makes it one.
 *
 * @param label what it is for, in its maker's words
 * @param roles in which it may act
 * @param createdBy the name of the account, or the label of the key, that made it
 * @param used when last, to ten minutes
 */
public record ApiKey(
        String id,
        String label,
        Set<Role> roles,
        String createdBy,
        Instant created,
        Optional<Instant> expires,
        Optional<Instant> used,
        Optional<Instant> revoked) {
    public ApiKey {
        roles = Set.copyOf(roles);
    }

    boolean stands(Instant now) {
        return revoked.isEmpty() && expires.filter(end -> !now.isBefore(end)).isEmpty();
    }
}
