package uz.muhr.network.fabric;

import uz.muhr.network.local.NetworkException;

/** Real Fabric cannot be started or told something: one sentence that says what was expected, found, and what to do. */
public final class FabricException extends NetworkException {
    private static final long serialVersionUID = 1L;

    FabricException(String sentence) {
        super(sentence);
    }

    FabricException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
