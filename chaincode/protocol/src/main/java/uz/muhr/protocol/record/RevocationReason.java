package uz.muhr.protocol.record;

import java.util.Arrays;
import java.util.stream.Collectors;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/** Why a document was revoked, by analogy with RFC 5280 section 5.3.1. */
public enum RevocationReason {
    UNSPECIFIED("unspecified"),
    KEY_COMPROMISE("keyCompromise"),
    AFFILIATION_CHANGED("affiliationChanged"),
    SUPERSEDED("superseded"),
    CESSATION_OF_OPERATION("cessationOfOperation"),
    PRIVILEGE_WITHDRAWN("privilegeWithdrawn");

    private final String text;

    RevocationReason(String text) {
        this.text = text;
    }

    /** As RFC 5280 writes it. */
    public String text() {
        return text;
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT, naming the reasons there are
     */
    public static RevocationReason parse(String text) {
        for (RevocationReason reason : values()) {
            if (reason.text.equals(text)) {
                return reason;
            }
        }
        throw Refusal.malformed("The reason of a revocation has to be one of "
                + Arrays.stream(values()).map(RevocationReason::text).collect(Collectors.joining(", ")) + "; it is \""
                + Shown.of(text) + "\".");
    }
}
