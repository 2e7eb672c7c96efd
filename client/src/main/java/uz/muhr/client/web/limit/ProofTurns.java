package uz.muhr.client.web.limit;

import java.time.Duration;
import java.util.function.Supplier;
import uz.muhr.client.turn.Turns;
import uz.muhr.client.web.problem.ProblemCode;
import uz.muhr.client.web.problem.RefusedRequest;

/**
 * How many proofs are made and checked at a time: each that is made asks several peers, and each that is checked is held in
 * memory, from whomever it comes.
 */
public final class ProofTurns {
    private static final int MOST_HELD = 16;
    private static final int MOST_CHECKED = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final String CHECKED = "As many proofs are being checked as may be at a time. Try again.";

    private final Turns collecting;
    private final Turns holding = turns(MOST_HELD, Duration.ZERO, CHECKED);
    private final Turns checking = turns(MOST_CHECKED, PATIENCE, CHECKED);

    /**
     * None is under way.
     *
     * @param atATime how many may be collected
     */
    public ProofTurns(int atATime) {
        collecting = turns(
                atATime,
                PATIENCE,
                "This client collects " + atATime
                        + " proofs at a time, for each asks the peers of several organisations. Try again.");
    }

    private static Turns turns(int places, Duration patience, String sentence) {
        return new Turns(places, patience, () -> new RefusedRequest(ProblemCode.TOO_MANY_PROOFS, sentence, AGAIN));
    }

    /**
     * Collects a proof.
     *
     * @throws RefusedRequest TOO_MANY_PROOFS
     */
    public <T> T collect(Supplier<T> work) {
        return collecting.take(work);
    }

    /**
     * Does all for which a proof of somebody is in memory, its arrival included.
     *
     * @throws RefusedRequest TOO_MANY_PROOFS
     */
    public <T> T hold(Supplier<T> work) {
        return holding.take(work);
    }

    /**
     * Checks a proof that is in memory.
     *
     * @throws RefusedRequest TOO_MANY_PROOFS
     */
    public <T> T check(Supplier<T> work) {
        return checking.take(work);
    }
}
