package uz.muhr.client.web;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import uz.muhr.client.register.RegisterSettings;
import uz.muhr.client.webhook.WebhookSettings;

/**
 * What is set from outside, as properties of the same names under {@code muhr}.
 *
 * @param profiles the folder of client profiles; relative to the working directory
 * @param as who this client acts as: an organisation's name, alone or with a user
 * @param data where this client keeps what it must not lose; relative to the working directory
 * @param register where the register's database is
 * @param feed how many are told over connections that stay open
 * @param webhooks how others are told by requests
 */
@ConfigurationProperties("muhr")
record WebSettings(
        @DefaultValue(".muhr/network/profiles") String profiles,
        @DefaultValue("customs/officer") String as,
        @DefaultValue(".muhr/client") String data,
        @DefaultValue RegisterPlace register,
        @DefaultValue FeedLimits feed,
        @DefaultValue WebhookRules webhooks) {

    /**
     * A PostgreSQL for the register; a file under {@code data} where no URL is given.
     *
     * @param url such as {@code jdbc:postgresql://127.0.0.1:5432/muhr}
     */
    record RegisterPlace(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password) {}

    /**
     * Of the readers of server-sent events.
     *
     * @param readers how many there may be; each holds one of the server's threads
     * @param heartbeat how long one goes without a sign of life
     */
    record FeedLimits(
            @DefaultValue("32") int readers,
            @DefaultValue("15s") Duration heartbeat) {}

    /** See {@link WebhookSettings}. */
    record WebhookRules(
            @DefaultValue("false") boolean privateTargets,
            @DefaultValue("10s") Duration answerWithin,
            @DefaultValue("5s") Duration firstPause,
            @DefaultValue("3d") Duration giveUpAfter) {}

    WebhookSettings webhookSettings() {
        return new WebhookSettings(
                webhooks.privateTargets, webhooks.answerWithin, webhooks.firstPause, webhooks.giveUpAfter);
    }

    Path profilesFolder() {
        return Path.of(profiles);
    }

    RegisterSettings registerSettings() {
        return RegisterSettings.of(Path.of(data), register.url, register.user, register.password);
    }

    Path receiptsFolder() {
        return Path.of(data, "receipts");
    }
}
