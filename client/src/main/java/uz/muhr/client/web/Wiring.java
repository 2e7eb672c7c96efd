package uz.muhr.client.web;

import java.security.SecureRandom;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import uz.muhr.client.authority.Decisions;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.register.LiveRegister;
import uz.muhr.client.submission.CustomsControl;
import uz.muhr.client.submission.DocumentChanges;
import uz.muhr.client.submission.NewPaper;
import uz.muhr.client.submission.Submission;
import uz.muhr.client.verification.Verification;
import uz.muhr.client.web.api.ReceiptStore;
import uz.muhr.client.web.feed.Feed;
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
    Verification verification(Ledger ledger) {
        return new Verification(ledger);
    }

    @Bean
    Submission submission(Ledger ledger) {
        return new Submission(ledger, new SecureRandom());
    }

    @Bean
    Decisions decisions(Ledger ledger) {
        return new Decisions(ledger);
    }

    @Bean
    DocumentChanges changes(Ledger ledger) {
        return new DocumentChanges(ledger);
    }

    @Bean
    NewPaper newPaper(Ledger ledger) {
        return new NewPaper(ledger, new SecureRandom());
    }

    @Bean
    CustomsControl customs(Ledger ledger) {
        return new CustomsControl(ledger);
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
    @Lazy(false)
    Deliveries deliveries(LiveRegister register, WebSettings settings) {
        Logger log = LoggerFactory.getLogger(Deliveries.class);
        return new Deliveries(
                register::register, register.newBlocks(), settings.webhookSettings(), Clock.systemUTC(), log::warn);
    }

    @Bean
    @Lazy(false)
    ReceiptStore receipts(WebSettings settings) {
        return ReceiptStore.in(settings.receiptsFolder());
    }
}
