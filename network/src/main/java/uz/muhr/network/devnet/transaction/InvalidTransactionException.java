package uz.muhr.network.devnet.transaction;

import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** An envelope that is not a sound transaction, with the code it gets in its block. */
public final class InvalidTransactionException extends Exception {
    private static final long serialVersionUID = 1L;

    private final TxValidationCode code;

    InvalidTransactionException(TxValidationCode code, String message) {
        super(message);
        this.code = code;
    }

    InvalidTransactionException(TxValidationCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** The code a peer writes into the block's metadata. */
    public TxValidationCode code() {
        return code;
    }
}
