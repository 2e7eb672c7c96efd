package uz.muhr.network.devnet.msp;

/** An identity that no organisation of the channel vouches for. The message names the reason; clients are told less. */
public final class InvalidIdentityException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidIdentityException(String message) {
        super(message);
    }

    InvalidIdentityException(String message, Throwable cause) {
        super(message, cause);
    }
}
