package uz.muhr.network.identity;

import java.util.Locale;

/** Fabric's node roles. The organisational unit of a certificate says which one its bearer has (NodeOUs). */
enum Role {
    CLIENT,
    PEER,
    ADMIN,
    ORDERER;

    /** As it stands in the certificate's OU and in an MSP's {@code config.yaml}. */
    String unit() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** An MSP's {@code config.yaml}: turns the roles on and says which unit means which. */
    static String configuration() {
        StringBuilder yaml = new StringBuilder("NodeOUs:\n  Enable: true\n");
        for (Role role : values()) {
            String name = role.name().charAt(0) + role.unit().substring(1);
            yaml.append("  ").append(name).append("OUIdentifier:\n");
            yaml.append("    Certificate: cacerts/ca.pem\n");
            yaml.append("    OrganizationalUnitIdentifier: ")
                    .append(role.unit())
                    .append('\n');
        }
        return yaml.toString();
    }
}
