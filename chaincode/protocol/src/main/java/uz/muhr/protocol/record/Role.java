package uz.muhr.protocol.record;

import java.util.Locale;
import java.util.Optional;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** What an identity may do in its organisation's name: the attribute {@code muhr.role} of its certificate. */
public enum Role {
    /** Anchors and changes the organisation's documents. */
    ISSUER,
    /** Writes off and holds, where the organisation is customs. */
    OFFICER,
    /** Proposes and approves. */
    REGISTRAR;

    /** As certificates write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Asks for this role.
     *
     * @param found what the caller's certificate says
     * @throws Refusal NOT_AUTHORISED when it says another or none
     */
    public void check(Optional<String> found) {
        if (!found.equals(Optional.of(text()))) {
            throw new Refusal(
                    ErrorCode.NOT_AUTHORISED,
                    "This takes an identity whose certificate has the role " + text() + "; the caller's has "
                            + (found.isEmpty() ? "none" : "another") + ".");
        }
    }
}
