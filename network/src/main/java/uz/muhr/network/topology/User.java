package uz.muhr.network.topology;

import java.util.List;

/** Somebody (or some program) of an organisation, and the one role the contracts know it by. */
public record User(String name, String role) {
    /** Always made for every organisation, with Fabric's administrator role; so nobody else may bear the name. */
    public static final String ADMIN = "admin";

    private static final List<String> ROLES = List.of("officer", "issuer", "auditor", "registrar", "carrier");

    public User {
        Names.NAME.require("A user's name", name);
        Names.requireOneOf("A user's role", ROLES, role);
        if (name.equals(ADMIN)) {
            throw new TopologyException("The user \"admin\" exists in every organisation; leave it out of the list.");
        }
    }
}
