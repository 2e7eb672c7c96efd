package uz.muhr.network.devnet.transaction;

/** Bytes that are not a proposal. The message goes to the client. */
public final class MalformedProposalException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedProposalException(String message) {
        super(message);
    }

    MalformedProposalException(String message, Throwable cause) {
        super(message, cause);
    }
}
