package uz.muhr.client.web;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.ContextClosedEvent;
import uz.muhr.client.apart.OpenedApart;
import uz.muhr.client.apart.OpeningBounds;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.journal.JournalListener;
import uz.muhr.client.proof.Proofs;
import uz.muhr.client.register.LiveRegister;
import uz.muhr.client.report.Reports;
import uz.muhr.client.signing.Signers;
import uz.muhr.client.tally.Tallies;
import uz.muhr.client.verification.Verification;
import uz.muhr.client.voyage.Registry;
import uz.muhr.client.voyage.RegistryKeyFile;
import uz.muhr.client.web.api.Stamps;
import uz.muhr.client.web.api.Submissions;
import uz.muhr.client.web.api.Training;
import uz.muhr.client.web.feed.Feed;
import uz.muhr.client.web.guard.OwnNames;
import uz.muhr.client.web.limit.Allowance;
import uz.muhr.client.web.limit.BodyRules;
import uz.muhr.client.web.limit.ProofTurns;
import uz.muhr.client.webhook.Deliveries;
import uz.muhr.client.webhook.Webhooks;

/**
 * The core, put together once for all requests; its classes know nothing of the server. What has to be there before
 * anybody asks is made when the server starts, so that a wrong setting is told to whoever starts it.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebSettings.class)
class Wiring {
    @Bean
    @Lazy(false)
    Ledger ledger(WebSettings settings) {
        return Ledger.open(settings.profilesFolder(), settings.as());
    }

    @Bean
    OwnNames ownNames(WebSettings settings, ServerProperties server) {
        return OwnNames.of(Ssl.isEnabled(server.getSsl()), settings.hosts());
    }

    @Bean
    Allowance verificationsPerAddress(WebSettings settings) {
        return new Allowance(settings.limits().verifications());
    }

    @Bean
    BodyRules bodyRules(WebSettings settings) {
        return settings.limits().bodyRules();
    }

    @Bean
    Training training(WebSettings settings) {
        return new Training(settings.tour());
    }

    @Bean
    Verification verification(Ledger ledger) {
        return new Verification(ledger);
    }

    @Bean
    Reports reports(Ledger ledger, Verification verification) {
        return new Reports(ledger, verification, Clock.systemUTC());
    }

    @Bean
    @Lazy(false)
    Proofs proofs(WebSettings settings, Ledger ledger) {
        return new Proofs(ledger, settings.networkTrust());
    }

    @Bean
    ProofTurns proofTurns(WebSettings settings) {
        return new ProofTurns(settings.limits().proofs());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @Lazy(false)
    Signers signers(WebSettings settings, Ledger ledger, List<JournalListener> listeners) {
        return Signers.open(
                settings.profilesFolder(), ledger, settings.signers(), settings.journalSettings(), listeners);
    }

    /** Requests that still arrive are turned away; those that are waiting are answered. */
    @Bean
    @Lazy(false)
    ApplicationListener<ContextClosedEvent> closing(Signers signers) {
        return closed -> signers.takeNoMore();
    }

    @Bean
    Submissions submissions(WebSettings settings, Signers signers) {
        return new Submissions(
                signers, settings.journal().patience(), settings.journal().waiters());
    }

    @Bean(destroyMethod = "close")
    OpenedApart opening() {
        return new OpenedApart(OpeningBounds.USUAL);
    }

    @Bean
    @Lazy(false)
    Stamps stamps(WebSettings settings, Ledger ledger, OpenedApart opening) {
        return new Stamps(opening, ledger.organisation(), settings.verifyPage());
    }

    @Bean
    Registry registry(WebSettings settings, Ledger ledger) {
        return new Registry(
                ledger.seals(), RegistryKeyFile.in(settings.dataFolder(), ledger.organisation()), new SecureRandom());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @Lazy(false)
    LiveRegister register(WebSettings settings, Ledger ledger) {
        return new LiveRegister(settings.registerSettings(), ledger.blocks(), new FollowingLog());
    }

    @Bean
    Feed feed(LiveRegister register, WebSettings settings) {
        return new Feed(
                register::register,
                register.newBlocks(),
                settings.feed().readers(),
                settings.feed().heartbeat());
    }

    @Bean
    Webhooks webhooks(LiveRegister register) {
        return new Webhooks(register::register, new SecureRandom(), Clock.systemUTC());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Tallies tallies(LiveRegister register) {
        return new Tallies(register::register, Clock.systemUTC());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @Lazy(false)
    Deliveries deliveries(LiveRegister register, WebSettings settings) {
        Logger log = LoggerFactory.getLogger(Deliveries.class);
        return new Deliveries(
                register::register, register.newBlocks(), settings.webhookSettings(), Clock.systemUTC(), log::warn);
    }
}
