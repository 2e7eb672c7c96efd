package uz.muhr.network.local;

/** The network could not be started, reached or established: one sentence that says what failed and what to do. */
public class NetworkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected NetworkException(String sentence) {
        super(sentence);
    }

    protected NetworkException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
