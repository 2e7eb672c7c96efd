package uz.muhr.contract;

import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps arguments out of the logs: the shim logs every one at INFO, and refusals, which may repeat one, as errors.
 *
 * <p>The shim's {@code org.hyperledger.fabric.Logger} makes loggers that the log manager does not know by their names,
 * so that a level set under such a name never reaches them. They take the level of {@code org.hyperledger.fabric}, and
 * the one that logs refusals is among them: hence that level is off.
 */
final class QuietLogs {
    private static final Map<String, Level> LEVELS = Map.of(
            "org.hyperledger.fabric", Level.OFF,
            "org.hyperledger.fabric.shim", Level.WARNING,
            "org.hyperledger.fabric.contract", Level.WARNING,
            "org.hyperledger.fabric.shim.impl.ChaincodeInvocationTask", Level.OFF);

    /** The JDK forgets a logger, and so its level, when nobody holds it. */
    private static final List<Logger> HELD =
            LEVELS.keySet().stream().map(Logger::getLogger).toList();

    private QuietLogs() {}

    /** To be called once the router has been made, because that sets the levels of the shim's own packages. */
    static void apply() {
        HELD.forEach(logger -> logger.setLevel(LEVELS.get(logger.getName())));
    }
}
