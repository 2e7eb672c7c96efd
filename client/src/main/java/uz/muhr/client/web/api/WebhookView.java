package uz.muhr.client.web.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.register.Interest;
import uz.muhr.client.webhook.Subscription;
import uz.muhr.client.webhook.Subscription.Trouble;

/**
 * A webhook, for a person or another program.
 *
 * @param secret what its messages are signed with; shown when it is made and never again
 * @param told up to where nothing of interest is left to tell
 * @param deliveries how many messages were taken
 * @param state ACTIVE, FAILING (it is tried again) or DISABLED (it is not)
 * @param reason why the last attempt failed, in one sentence
 * @param attempts how many failed, one after the other
 */
public record WebhookView(
        String id,
        String url,
        @Nullable String secret,
        @Nullable String issuer,
        @Nullable String type,
        @Nullable String document,
        @Nullable String status,
        @Nullable String consignment,
        String told,
        String created,
        long deliveries,
        String state,
        @Nullable String reason,
        @Nullable Integer attempts,
        @Nullable String failingSince,
        @Nullable String nextAttempt,
        @Nullable String disabled) {

    static WebhookView of(Subscription subscription) {
        return of(subscription, Optional.empty());
    }

    /** With its secret, for whoever made it. */
    static WebhookView ofNew(Subscription subscription) {
        return of(subscription, Optional.of(subscription.secret().handedOver()));
    }

    private static WebhookView of(Subscription subscription, Optional<String> secret) {
        Map<String, String> words = subscription.interest().words();
        Optional<Trouble> trouble = subscription.trouble();
        return new WebhookView(
                subscription.id(),
                subscription.target().url().toString(),
                secret.orElse(null),
                words.get(Interest.ISSUER),
                words.get(Interest.TYPE),
                words.get(Interest.DOCUMENT),
                words.get(Interest.STATUS),
                words.get(Interest.CONSIGNMENT),
                subscription.told().toString(),
                time(subscription.created()),
                subscription.deliveries(),
                state(subscription),
                trouble.map(Trouble::reason).orElse(null),
                trouble.map(Trouble::attempts).orElse(null),
                trouble.map(Trouble::since).map(WebhookView::time).orElse(null),
                subscription.disabled().isPresent()
                        ? null
                        : trouble.map(Trouble::next).map(WebhookView::time).orElse(null),
                subscription.disabled().map(WebhookView::time).orElse(null));
    }

    private static String state(Subscription subscription) {
        if (subscription.disabled().isPresent()) {
            return "DISABLED";
        }
        return subscription.trouble().isPresent() ? "FAILING" : "ACTIVE";
    }

    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
