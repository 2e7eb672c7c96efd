package uz.muhr.client.signing;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;
import uz.muhr.client.access.Role;

/** Nobody of this client's organisation signs what is written in these roles; one sentence says what to do. */
public final class NoSignerException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String sentence;

    NoSignerException(List<Role> roles) {
        this.sentence = "This client's organisation has no user on the ledger for the role "
                + roles.stream().map(Role::name).collect(Collectors.joining(" or "))
                + "; give its profile one, or name one in muhr.signers."
                + roles.get(0).word() + ".";
    }

    /** The message, for a person. */
    public String sentence() {
        return sentence;
    }
}
