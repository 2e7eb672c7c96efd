package uz.muhr.client.webhook;

import java.time.Duration;

/**
 * How messages are sent.
 *
 * @param privateTargets whether they may go to private networks
 * @param answerWithin how long one attempt may take in all
 * @param firstPause before the second attempt; each further pause is about twice the one before, up to an hour
 * @param giveUpAfter how long a receiver may fail before its subscription is disabled
 */
public record WebhookSettings(
        boolean privateTargets, Duration answerWithin, Duration firstPause, Duration giveUpAfter) {
    private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(15);

    /** Refuses what would not work: an attempt has to end before another process may take the subscription over. */
    public WebhookSettings {
        if (answerWithin.toMillis() < 1 || answerWithin.compareTo(LONGEST_ATTEMPT) > 0) {
            throw new IllegalArgumentException(
                    "muhr.webhooks.answer-within has to be more than nothing and at most 15s; it is " + answerWithin);
        }
        if (firstPause.toMillis() < 1 || giveUpAfter.isNegative()) {
            throw new IllegalArgumentException("muhr.webhooks.first-pause and give-up-after have to be durations");
        }
    }
}
