package uz.muhr.client.web;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import uz.muhr.client.database.Database;
import uz.muhr.client.journal.JournalSettings;
import uz.muhr.client.proof.ProofFile;
import uz.muhr.client.register.RegisterSettings;
import uz.muhr.client.stamp.VerifyPage;
import uz.muhr.client.web.limit.BodyRules;
import uz.muhr.client.webhook.WebhookSettings;
import uz.muhr.proof.bundle.NetworkTrust;
import uz.muhr.protocol.refusal.Refusal;

/**
 * What is set from outside, as properties of the same names under {@code muhr}.
 *
 * @param profiles the folder of client profiles; relative to the working directory
 * @param as who this client acts as: an organisation's name, alone or with a user
 * @param data where this client keeps what it must not lose; relative to the working directory
 * @param page where people verify documents, as stamped copies say; nothing is stamped where it is not set
 * @param trust the trust file that proofs are checked with; without one, the first answer of the profile's peers is kept
 * @param hosts the names as which others reach this client over HTTPS; none while it is for this computer alone
 * @param register where the database of register, webhooks and journal is
 * @param feed how many are told over connections that stay open
 * @param webhooks how others are told by requests
 * @param journal how writes are accepted and worked off
 * @param signers who signs what is written in a role, by the roles' words, where that is not whom the profile gives the role
 * @param signIn where people sign in: here by name and password, or at their organisation's provider, see {@link OidcPlace}
 * @param access how long people stay signed in
 * @param limits how much may be asked
 * @param tour whether the network is for training, so that the guided tour may write on its ledger
 */
@ConfigurationProperties("muhr")
record WebSettings(
        @DefaultValue(".muhr/network/profiles") String profiles,
        @DefaultValue("customs/officer") String as,
        @DefaultValue(".muhr/client") String data,
        @Nullable String page,
        @Nullable String trust,
        @DefaultValue List<String> hosts,
        @DefaultValue RegisterPlace register,
        @DefaultValue FeedLimits feed,
        @DefaultValue WebhookRules webhooks,
        @DefaultValue JournalWork journal,
        @DefaultValue Map<String, String> signers,
        @DefaultValue("accounts") SignInBy signIn,
        @DefaultValue Stay access,
        @DefaultValue Limits limits,
        @DefaultValue("false") boolean tour) {
    private static final Duration SHORTEST_KEEP = Duration.ofDays(1);

    /**
     * A PostgreSQL for register and journal; a file for each under {@code data} where no URL is given.
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

    /** Where people sign in. */
    enum SignInBy {
        ACCOUNTS,
        PROVIDER
    }

    /**
     * Of people who have signed in.
     *
     * @param idle how long a session lasts in which nothing is asked
     * @param longest how long any lasts
     */
    record Stay(
            @DefaultValue("30m") Duration idle,
            @DefaultValue("12h") Duration longest) {}

    /** A PostgreSQL, or a file of its own: it cannot be made anew, and nobody else has business in it. */
    Database accessDatabase() {
        return Database.of(Path.of(data, "access/access"), register.url, register.user, register.password);
    }

    /**
     * Of what may be asked.
     *
     * @param verifications how many a minute from one address, without signing in
     * @param proofs how many are collected at a time
     * @param body the most that a request may bring
     * @param slowest the least that it has to bring in a second, on the whole
     * @param grace by how much it may be behind that
     */
    record Limits(
            @DefaultValue("300") int verifications,
            @DefaultValue("2") int proofs,
            @DefaultValue("1GB") DataSize body,
            @DefaultValue("2KB") DataSize slowest,
            @DefaultValue("30s") Duration grace) {
        BodyRules bodyRules() {
            return new BodyRules(body.toBytes(), slowest.toBytes(), grace);
        }
    }

    WebhookSettings webhookSettings() {
        return new WebhookSettings(
                webhooks.privateTargets, webhooks.answerWithin, webhooks.firstPause, webhooks.giveUpAfter);
    }

    /** @throws StartRefusedException when people could not be sent there */
    Optional<VerifyPage> verifyPage() {
        try {
            return Optional.ofNullable(page).map(VerifyPage::parse);
        } catch (Refusal refusal) {
            throw new StartRefusedException("muhr.page cannot be used.", refusal.sentence());
        }
    }

    /** @throws StartRefusedException when it is none */
    Optional<NetworkTrust> networkTrust() {
        try {
            return Optional.ofNullable(trust).map(file -> new ProofFile(Path.of(file)).trust());
        } catch (Refusal refusal) {
            throw new StartRefusedException("muhr.trust cannot be used.", refusal.sentence());
        }
    }

    Path profilesFolder() {
        return Path.of(profiles);
    }

    Path dataFolder() {
        return Path.of(data);
    }

    RegisterSettings registerSettings() {
        return RegisterSettings.of(Path.of(data), register.url, register.user, register.password);
    }

    /**
     * How writes are accepted and worked off.
     *
     * @param most how many may wait; beyond that, none is accepted
     * @param lists how many lists of documents may be under way at once
     * @param others how many other writes may be
     * @param linger how long a document waits for others that might share its transaction
     * @param patience how long a request waits for its outcome before it is answered 202
     * @param waiters how many requests may wait so; beyond that, they are answered at once
     * @param drain how long what is under way may take to settle when the client is told to stop
     * @param keep how long a settled submission is kept, with its receipt and the keys that stand for it
     */
    record JournalWork(
            @DefaultValue("20000") int most,
            @DefaultValue("3") int lists,
            @DefaultValue("8") int others,
            @DefaultValue("0ms") Duration linger,
            @DefaultValue("10s") Duration patience,
            @DefaultValue("150") int waiters,
            @DefaultValue("20s") Duration drain,
            @DefaultValue("30d") Duration keep) {}

    /** @throws StartRefusedException when submissions would be forgotten before whoever made them has asked for their ends */
    JournalSettings journalSettings() {
        if (journal.keep.compareTo(SHORTEST_KEEP) < 0) {
            throw new StartRefusedException(
                    "muhr.journal.keep has to be at least " + SHORTEST_KEEP.toDays() + "d; it is " + journal.keep + ".",
                    "Leave it out for 30 days.");
        }
        return new JournalSettings(
                Database.of(Path.of(data, "journal/journal"), register.url, register.user, register.password),
                journal.most,
                journal.lists,
                journal.others,
                journal.linger,
                journal.drain,
                journal.keep);
    }
}
