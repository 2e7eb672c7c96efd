package uz.muhr.client.submission;

import java.util.function.Function;
import java.util.function.Supplier;
import uz.muhr.client.commitment.Place;
import uz.muhr.client.fabric.ConflictException;
import uz.muhr.client.fabric.Endorsed;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * Calls that name what they expect: proposed anew after another transaction came first, they are refused by the contract
 * when that was in their way, and never applied twice.
 */
public final class Attempts {
    /** How often a call is proposed when others come first. */
    private static final int MOST = 12;

    private Attempts() {}

    /**
     * Proposes a call and has it committed.
     *
     * @param call has it endorsed
     * @param answer reads what the contract answered
     * @throws Refusal the contract's own; STALE_SEQUENCE when others came first every time
     * @throws uz.muhr.client.fabric.LedgerUnavailableException when nothing was sent
     * @throws uz.muhr.client.fabric.OutcomeUnknownException when it was sent and nobody said what became of it
     */
    public static <T> T settle(Supplier<Endorsed> call, Function<String, T> answer) {
        return answer.apply(committed(call).answer());
    }

    /** A transaction that is on the ledger, and what the contract answered. */
    record Committed(Place place, String answer) {}

    /** The same; where it was committed. */
    static Committed committed(Supplier<Endorsed> call) {
        for (int attempt = 1; ; attempt++) {
            try {
                Endorsed endorsed = call.get();
                return new Committed(new Place(endorsed.id(), endorsed.commit()), endorsed.answer());
            } catch (ConflictException e) {
                if (attempt == MOST) {
                    throw new Refusal(
                            ErrorCode.STALE_SEQUENCE,
                            "Other transactions came first " + MOST
                                    + " times; nothing was changed. Look, then try again.",
                            e);
                }
            }
        }
    }
}
