package uz.muhr.proof.identity;

import java.util.Locale;

/** Fabric's node roles: an organisation says which unit in a certificate's subject stands for which. */
public enum NodeRole {
    CLIENT,
    PEER,
    ADMIN,
    ORDERER;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
