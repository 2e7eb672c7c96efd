package uz.muhr.protocol.seal;

import uz.muhr.protocol.refusal.Refusal;

/** As whom somebody acts on a container seal. Who is several acts as the first of them that may. */
public enum SealParty {
    /** An officer of customs. */
    CUSTOMS,
    /** An officer of plant quarantine. */
    QUARANTINE,
    /** Whom the holder has handed the seal over to. */
    RECEIVER,
    /** Who has custody of the seal: one organisation at any time. */
    HOLDER,
    /** Who opened the consignment. */
    CREATOR;

    public boolean isAuthority() {
        return this == CUSTOMS || this == QUARANTINE;
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    static SealParty parse(String text) {
        for (SealParty party : values()) {
            if (party.name().equals(text)) {
                return party;
            }
        }
        throw Refusal.malformed("A party to a container seal of this name is not known to this version.");
    }
}
