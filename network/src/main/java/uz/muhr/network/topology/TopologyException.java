package uz.muhr.network.topology;

/** A topology that cannot be: one sentence that says what was expected, what was found and, where known, in which line. */
public final class TopologyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TopologyException(String sentence) {
        super(sentence);
    }

    TopologyException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
