package uz.muhr.network.devnet.simulation;

/** A request for state that cannot be answered. The chaincode gets an error for it. */
public final class SimulationException extends Exception {
    private static final long serialVersionUID = 1L;

    SimulationException(String message) {
        super(message);
    }

    SimulationException(String message, Throwable cause) {
        super(message, cause);
    }
}
