package uz.muhr.network.devnet.chaincode;

/** The chaincode gave no answer: its server is away, it failed, or time ran out. The message goes to the client. */
public final class ChaincodeFailureException extends Exception {
    private static final long serialVersionUID = 1L;

    ChaincodeFailureException(String message) {
        super(message);
    }
}
