package uz.muhr.protocol.seal;

import uz.muhr.protocol.refusal.Refusal;

/** Where a container seal's life stands. In what condition it is follows from its events, not from this. */
public enum SealState {
    /** On its container, in its holder's custody. */
    SEALED,
    /** Handed over and not yet accepted: still in its holder's custody. */
    OFFERED,
    /** Broken by an authority. */
    BROKEN,
    /** Another seal is on the container in its place; final. */
    REPLACED,
    /** Taken off where the voyage ended; final. */
    REMOVED;

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    static SealState parse(String text) {
        for (SealState state : values()) {
            if (state.name().equals(text)) {
                return state;
            }
        }
        throw Refusal.malformed("A container seal's state of this name is not known to this version.");
    }
}
