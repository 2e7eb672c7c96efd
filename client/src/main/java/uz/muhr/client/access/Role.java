package uz.muhr.client.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/** What somebody is here. Each but the last is a role of the ledger's users, too; the last keeps accounts and keys. */
public enum Role {
    ISSUER,
    OFFICER,
    CARRIER,
    AUDITOR,
    REGISTRAR,
    ADMINISTRATOR;

    /** As profiles and settings have it: {@code issuer}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a role's name.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public static Role parse(String text) {
        return Arrays.stream(values())
                .filter(role -> role.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Refusal.malformed(
                        "A role has to be one of " + names(Set.of(values())) + "; it is " + Shown.of(text) + "."));
    }

    /** For people, in the roles' own order. */
    public static String listed(Collection<Role> roles) {
        return roles.isEmpty()
                ? "none"
                : roles.stream().sorted().map(Role::name).collect(Collectors.joining(", "));
    }

    /** Names with commas between them, in the roles' own order. */
    static String names(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
    }

    /** Reads what {@link #names} wrote. */
    static Set<Role> of(String names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (!names.isEmpty()) {
            Arrays.stream(names.split(",", -1)).map(Role::valueOf).forEach(roles::add);
        }
        return roles;
    }
}
