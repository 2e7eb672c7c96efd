package uz.muhr.client.web.oidc;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.access.Role;

/**
 * Which roles a token's claims give; what is not understood gives none.
 *
 * @param claim by its whole name, or by the names of members with dots between them
 * @param roles the provider's that give each of ours
 */
record RoleClaims(String claim, Map<Role, Set<String>> roles) {
    static RoleClaims of(OidcSettings settings) {
        return new RoleClaims(settings.rolesClaim(), settings.roles());
    }

    Set<Role> in(Map<String, Object> claims) {
        @Nullable Object value = claims.containsKey(claim) ? claims.get(claim) : inside(claims);
        Set<Role> found = EnumSet.noneOf(Role.class);
        if (value instanceof Collection<?> names) {
            names.forEach(name -> add(name, found));
        } else {
            add(value, found);
        }
        return found;
    }

    private @Nullable Object inside(Map<String, Object> claims) {
        @Nullable Object value = claims;
        for (String member : claim.split("\\.", -1)) {
            value = value instanceof Map<?, ?> object ? object.get(member) : null;
        }
        return value;
    }

    private void add(@Nullable Object name, Set<Role> found) {
        if (name instanceof String text) {
            roles.forEach((ours, theirs) -> {
                if (theirs.contains(text)) {
                    found.add(ours);
                }
            });
        }
    }
}
