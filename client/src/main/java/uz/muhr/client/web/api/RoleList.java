package uz.muhr.client.web.api;

import com.google.gson.JsonElement;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import uz.muhr.client.access.Role;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.refusal.Refusal;

/** The member {@code roles} of a request: one role at least, each once. */
final class RoleList {
    private static final String ROLES = "roles";

    private RoleList() {}

    /**
     * The roles.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    static Set<Role> required(Members members) {
        return optional(members).orElseThrow(() -> Refusal.malformed("The request lacks the member \"roles\"."));
    }

    static Optional<Set<Role>> optional(Members members) {
        return members.optional(ROLES, RoleList::read);
    }

    private static Set<Role> read(JsonElement list) {
        if (!list.isJsonArray() || list.getAsJsonArray().isEmpty()) {
            throw Refusal.malformed("\"roles\" has to be a list of at least one role; it is not.");
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (JsonElement item : list.getAsJsonArray()) {
            Role role = Members.text("A role", item, Role::parse);
            if (!roles.add(role)) {
                throw Refusal.malformed("\"roles\" has " + role + " more than once.");
            }
        }
        return roles;
    }
}
