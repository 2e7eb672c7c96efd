package uz.muhr.client.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who may sign in.
 *
 * @param stamp goes up whenever all that was begun under it has to end: with the password, the roles, the disabling
 * @param signedIn when last
 */
public record Account(
        AccountName name, Set<Role> roles, boolean disabled, long stamp, Instant created, Optional<Instant> signedIn) {
    public Account {
        roles = Set.copyOf(roles);
    }

    boolean keepsAccounts() {
        return !disabled && roles.contains(Role.ADMINISTRATOR);
    }
}
