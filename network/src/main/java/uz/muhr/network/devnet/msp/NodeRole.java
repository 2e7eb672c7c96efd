package uz.muhr.network.devnet.msp;

import java.util.Locale;

/** The role a certificate states in its subject's organisational unit (Fabric's NodeOUs). */
public enum NodeRole {
    CLIENT,
    PEER,
    ADMIN,
    ORDERER;

    /** The organisational unit that stands for the role. */
    public String unit() {
        return name().toLowerCase(Locale.ROOT);
    }
}
