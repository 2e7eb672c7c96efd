package uz.muhr.client.webhook;

import java.time.Instant;
import java.util.Optional;
import uz.muhr.client.register.Interest;
import uz.muhr.client.register.Position;

/**
 * Somebody who is told of events.
 *
 * @param id made by us
 * @param ledger the hash of the first block of the ledger that positions are of
 * @param told up to where nothing of interest is left to tell
 * @param deliveries how many messages were taken
 * @param trouble absent while all is well
 * @param disabled since when nothing is sent any more; absent while it is
 */
public record Subscription(
        String id,
        Target target,
        Secret secret,
        Interest interest,
        String ledger,
        Position told,
        Instant created,
        long deliveries,
        Optional<Trouble> trouble,
        Optional<Instant> disabled) {

    /**
     * Why the next message does not get through.
     *
     * @param reason of the last failure, in one sentence
     * @param attempts how many failed, one after the other
     * @param since when the first of them was
     * @param next not tried again before this
     */
    public record Trouble(String reason, int attempts, Instant since, Instant next) {}
}
