package uz.muhr.network.devnet.msp;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An identity that no organisation of the channel vouches for. The message names the reason; clients are told less. */
public final class InvalidIdentityException extends Exception {
    private static final long serialVersionUID = 1L;

    private final @Nullable String issuer;

    InvalidIdentityException(String message) {
        super(message);
        this.issuer = null;
    }

    InvalidIdentityException(String message, Throwable cause) {
        super(message, cause);
        this.issuer = null;
    }

    /** Of a certificate that an organisation issued and that makes nobody its member. */
    InvalidIdentityException(String message, String issuer) {
        super(message);
        this.issuer = issuer;
    }

    /** The MSP id of the organisation that issued the certificate, when one of the channel's did. */
    public Optional<String> issuer() {
        return Optional.ofNullable(issuer);
    }
}
