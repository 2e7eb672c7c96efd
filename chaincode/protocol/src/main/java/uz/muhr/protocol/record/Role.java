package uz.muhr.protocol.record;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** What an identity may do in its organisation's name: the attribute {@code muhr.role} of its certificate. */
public enum Role {
    /** Anchors and changes the organisation's documents. */
    ISSUER,
    /** Writes off and holds, where the organisation is customs; breaks container seals, where it is customs or quarantine. */
    OFFICER,
    /** Proposes and approves. */
    REGISTRAR,
    /** Opens consignments, and affixes and carries container seals. */
    CARRIER;

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
        oneOf(List.of(this), found);
    }

    /**
     * Asks for one of some roles.
     *
     * @param found what the caller's certificate says
     * @return which of them it says
     * @throws Refusal NOT_AUTHORISED when it says another or none
     */
    public static Role oneOf(List<Role> allowed, Optional<String> found) {
        return allowed.stream()
                .filter(role -> found.equals(Optional.of(role.text())))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        ErrorCode.NOT_AUTHORISED,
                        "This takes an identity whose certificate has the role "
                                + allowed.stream().map(Role::text).collect(Collectors.joining(" or "))
                                + "; the caller's has " + (found.isEmpty() ? "none" : "another") + "."));
    }
}
