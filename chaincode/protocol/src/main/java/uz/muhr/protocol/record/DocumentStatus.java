package uz.muhr.protocol.record;

import uz.muhr.protocol.refusal.Refusal;

/** What a record says of itself. Expiry, exhaustion and customs holds are not stored in it: they follow elsewhere. */
public enum DocumentStatus {
    /** UNTDID 1373 code 10. */
    VALID(false),
    /** UNTDID 1373 code 40. */
    SUSPENDED(false),
    /** UNTDID 1373 code 41. */
    REVOKED(true),
    /** Another document or a later version stands in its place. */
    SUPERSEDED(true);

    private final boolean isFinal;

    DocumentStatus(boolean isFinal) {
        this.isFinal = isFinal;
    }

    /** No change leads out of it. */
    public boolean isFinal() {
        return isFinal;
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public static DocumentStatus parse(String text) {
        for (DocumentStatus status : values()) {
            if (status.name().equals(text)) {
                return status;
            }
        }
        throw Refusal.malformed("A document's status has to be VALID, SUSPENDED, REVOKED or SUPERSEDED; it is not.");
    }
}
