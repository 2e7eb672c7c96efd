package uz.muhr.client.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;
import uz.muhr.client.register.Databases;
import uz.muhr.client.register.Databases.NewDatabase;
import uz.muhr.client.register.Filling;
import uz.muhr.client.register.Interest;
import uz.muhr.client.register.Position;
import uz.muhr.client.register.Register;
import uz.muhr.client.register.RegisterSettings;
import uz.muhr.client.register.SampleDocument;
import uz.muhr.client.webhook.Receiver.Behaviour;
import uz.muhr.client.webhook.Receiver.Request;

/** What receivers are told, whatever they do and whenever we end. */
@ParameterizedClass
@ArgumentsSource(Databases.class)
class DeliveriesTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T10:00:00Z");
    private static final WebhookSettings USUAL =
            new WebhookSettings(false, Duration.ofSeconds(5), Duration.ofMillis(20), Duration.ofDays(3));
    private static final int PATIENCE_SECONDS = 60;

    private final NewDatabase database;
    private final List<AutoCloseable> open = new ArrayList<>();
    private final LinkedBlockingQueue<String> notices = new LinkedBlockingQueue<>();
    private final Receiver receiver = Receiver.open();

    private final SampleDocument origin = SampleDocument.anchored("ChamberMSP", "861", "CO-1", MONDAY);
    private final SampleDocument licence = SampleDocument.anchored("QuarantineMSP", "911", "IP-1", MONDAY);

    @TempDir
    Path folder;

    private RegisterSettings settings;
    private Register register;
    private Filling filling;
    private Webhooks webhooks;

    DeliveriesTest(NewDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void followABlock() {
        settings = database.apply(folder);
        register = Register.open(settings);
        filling = new Filling(register);
        filling.follow(0, MONDAY);
        webhooks = new Webhooks(() -> register, new SecureRandom(), Clock.systemUTC());
    }

    @AfterEach
    void close() throws Exception {
        filling.newBlocks().close();
        for (AutoCloseable each : open) {
            each.close();
        }
        register.close();
        receiver.close();
    }

    private Deliveries deliver(WebhookSettings rules) {
        Deliveries deliveries =
                new Deliveries(() -> register, filling.newBlocks(), rules, Clock.systemUTC(), notices::add);
        open.add(deliveries);
        deliveries.start();
        return deliveries;
    }

    private Subscription subscribe(Map<String, String> interest) {
        return webhooks.subscribe(Target.parse(receiver.url()), Interest.of(interest), Optional.empty())
                .orElseThrow();
    }

    private Subscription awaited(Subscription subscription, Predicate<Subscription> wanted) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        Subscription found;
        do {
            found = webhooks.find(subscription.id()).orElseThrow();
        } while (!wanted.test(found) && System.nanoTime() < end);
        assertTrue(wanted.test(found), found.toString());
        return found;
    }

    private static String id(Subscription subscription, String position) {
        return subscription.id() + ":" + position;
    }

    @Test
    void everyEventThatIsOfInterestIsToldInTheLedgersOrder() throws Exception {
        Subscription all = subscribe(Map.of());
        deliver(USUAL);
        filling.follow(1, MONDAY, origin, licence);
        filling.follow(2, TUESDAY, origin.suspended(TUESDAY));
        for (String position : List.of("1:0:0", "1:0:1", "2:0:0")) {
            Request request = receiver.next();
            assertEquals(id(all, position), request.id());
            assertEquals(
                    position,
                    JsonParser.parseString(request.body())
                            .getAsJsonObject()
                            .get("id")
                            .getAsString());
        }
        Subscription told = awaited(all, each -> each.told().equals(Position.endOf(2)));
        assertEquals(3, told.deliveries());
        assertEquals(Optional.empty(), told.trouble());
        assertEquals(Optional.empty(), receiver.already());
    }

    @Test
    void whatIsOfNoInterestIsNotTold() throws Exception {
        Subscription some = subscribe(Map.of("issuer", "QuarantineMSP"));
        deliver(USUAL);
        filling.follow(1, MONDAY, origin, licence);
        assertEquals(id(some, "1:0:1"), receiver.next().id());
        awaited(some, each -> each.told().equals(Position.endOf(1)));
        assertEquals(Optional.empty(), receiver.already());
    }

    /** Checked as a receiver would, by itself. */
    @Test
    void itsReceiverCanTellThatItIsOursAndWhenItWasSent() throws Exception {
        Subscription subscription = subscribe(Map.of());
        Subscription other = subscribe(Map.of("type", "705"));
        deliver(USUAL);
        filling.follow(1, MONDAY, origin);
        Request request = receiver.next();
        assertEquals(request.signature(), signature(request, subscription.secret()));
        assertNotEquals(request.signature(), signature(request, other.secret()), "another's secret does not verify");
        long age = Instant.now().getEpochSecond() - Long.parseLong(request.timestamp());
        assertTrue(age >= 0 && age < PATIENCE_SECONDS, "sent " + age + " s ago");
    }

    private static String signature(Request request, Secret secret) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(
                Base64.getDecoder().decode(secret.handedOver().substring("whsec_".length())), "HmacSHA256"));
        return "v1,"
                + Base64.getEncoder()
                        .encodeToString(mac.doFinal((request.id() + "." + request.timestamp() + "." + request.body())
                                .getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatIsNotTakenIsSentAgainUnderTheSameIdAndNothingBeforeItIsTaken() throws Exception {
        receiver.behaves(Behaviour.FAIL, Behaviour.CLOSE, Behaviour.REDIRECT, Behaviour.TAKE);
        Subscription subscription = subscribe(Map.of());
        Deliveries deliveries = deliver(USUAL);
        filling.follow(1, MONDAY, origin, licence);
        for (int attempt = 0; attempt < 4; attempt++) {
            assertEquals(id(subscription, "1:0:0"), receiver.next().id());
        }
        assertEquals(id(subscription, "1:0:1"), receiver.next().id());
        Subscription told = awaited(subscription, each -> each.deliveries() == 2);
        assertEquals(Optional.empty(), told.trouble(), "success ends the trouble");
        assertEquals(3, deliveries.failed());
        assertEquals(
                "Webhook " + subscription.id() + " does not get through. The receiver answered with status 500. It is"
                        + " tried again.",
                notices.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertEquals(0, notices.size(), "it is said once");
    }

    @Test
    void whoHangsDoesNotHoldUpTheOthers() throws Exception {
        WebhookSettings quick =
                new WebhookSettings(false, Duration.ofSeconds(1), Duration.ofMillis(20), Duration.ofDays(3));
        try (Receiver hanging = Receiver.open().behaves(Behaviour.HANG, Behaviour.HANG)) {
            Subscription stuck = webhooks.subscribe(
                            Target.parse(hanging.url()), Interest.of(Map.of()), Optional.empty())
                    .orElseThrow();
            Subscription other = subscribe(Map.of());
            deliver(quick);
            filling.follow(1, MONDAY, origin);
            assertEquals(id(other, "1:0:0"), receiver.next().id());
            assertEquals(
                    "The receiver did not answer within 1 s.",
                    awaited(stuck, each -> each.trouble().isPresent())
                            .trouble()
                            .orElseThrow()
                            .reason());
            awaited(stuck, each -> each.deliveries() == 1);
        }
    }

    @Test
    void whoFailsForTooLongIsDisabledWithTheReason() throws Exception {
        WebhookSettings impatient =
                new WebhookSettings(false, Duration.ofSeconds(5), Duration.ofMillis(1), Duration.ZERO);
        receiver.behaves(Behaviour.FAIL, Behaviour.FAIL);
        Subscription subscription = subscribe(Map.of());
        deliver(impatient);
        filling.follow(1, MONDAY, origin);
        Subscription disabled = awaited(subscription, each -> each.disabled().isPresent());
        assertEquals(
                "The receiver answered with status 500.",
                disabled.trouble().orElseThrow().reason());
        assertEquals(2, disabled.trouble().orElseThrow().attempts());
        assertEquals(Position.endOf(0), disabled.told(), "a new one may go on from there");
        receiver.next();
        receiver.next();
        filling.follow(2, TUESDAY, licence);
        Subscription anew = webhooks.subscribe(
                        Target.parse(receiver.url()), Interest.of(Map.of()), Optional.of(disabled.told()))
                .orElseThrow();
        assertEquals(id(anew, "1:0:0"), receiver.next().id());
        assertEquals(id(anew, "2:0:0"), receiver.next().id());
        assertEquals(Optional.empty(), receiver.already());
    }

    @Test
    void whoWantsNoMoreIsDisabledAtOnce() throws Exception {
        receiver.behaves(Behaviour.GONE);
        Subscription subscription = subscribe(Map.of());
        deliver(USUAL);
        filling.follow(1, MONDAY, origin);
        assertEquals(
                "The receiver answered with status 410: it wants no more.",
                awaited(subscription, each -> each.disabled().isPresent())
                        .trouble()
                        .orElseThrow()
                        .reason());
    }

    @Test
    void whoIsDeletedIsToldNothingMore() throws Exception {
        receiver.behaves(Behaviour.TAKE, Behaviour.FAIL);
        Subscription subscription = subscribe(Map.of());
        Subscription watch = subscribe(Map.of("type", "705"));
        deliver(USUAL);
        filling.follow(1, MONDAY, origin);
        receiver.next();
        assertTrue(webhooks.delete(subscription.id()));
        assertFalse(webhooks.delete(subscription.id()));
        filling.follow(2, TUESDAY, licence);
        awaited(watch, each -> each.told().equals(Position.endOf(2)));
        assertEquals(Optional.empty(), receiver.already());
        assertEquals(
                List.of(watch.id()),
                webhooks.all().stream().map(Subscription::id).toList());
    }

    @Test
    void aRegisterThatIsMadeAnewLeavesTheSubscriptionsAndNothingIsToldTwice() throws Exception {
        Subscription subscription = subscribe(Map.of());
        deliver(USUAL);
        filling.follow(1, MONDAY, origin);
        receiver.next();
        awaited(subscription, each -> each.told().equals(Position.endOf(1)));
        register.close();
        register = Register.openAnew(settings);
        Filling again = new Filling(register, filling.newBlocks());
        again.follow(0, MONDAY);
        again.follow(1, MONDAY, origin);
        again.follow(2, TUESDAY, licence);
        assertEquals(id(subscription, "2:0:0"), receiver.next().id());
    }

    @Test
    void positionsOfAnotherLedgerAreNotTakenForThisOnes() {
        Subscription foreign = new Subscription(
                "wh_foreign",
                Target.parse(receiver.url()),
                Secret.random(new SecureRandom()),
                Interest.of(Map.of()),
                "f".repeat(64),
                Position.parse("0"),
                MONDAY,
                0,
                Optional.empty(),
                Optional.empty());
        assertTrue(new Subscriptions(() -> register).add(foreign, 1));
        deliver(USUAL);
        filling.follow(1, MONDAY, origin);
        assertTrue(awaited(foreign, each -> each.disabled().isPresent())
                .trouble()
                .orElseThrow()
                .reason()
                .contains("another ledger"));
        assertEquals(Optional.empty(), receiver.already());
    }

    @Test
    void whatAnotherProcessTakesInHandIsLeftToItUntilItsLeaseEnds() {
        Subscription subscription = subscribe(Map.of());
        Subscriptions subscriptions = new Subscriptions(() -> register);
        Instant until = TUESDAY.plusSeconds(20);
        assertEquals(
                Optional.of(subscription.id()),
                subscriptions
                        .claim("one", 1, Instant.now(), Instant.now().plusSeconds(20))
                        .map(Subscription::id));
        assertEquals(Optional.empty(), subscriptions.claim("other", 1, Instant.now(), until));
        Instant later = Instant.now().plusSeconds(21);
        assertEquals(
                Optional.of(subscription.id()),
                subscriptions.claim("other", 1, later, later.plusSeconds(20)).map(Subscription::id));
        assertFalse(subscriptions.delivered(subscription.id(), "one", Position.parse("1:0:0"), later));
        assertTrue(subscriptions.delivered(subscription.id(), "other", Position.parse("1:0:0"), later));
    }

    @Test
    void thereAreNoMoreThanThereMayBe() {
        for (int i = 0; i < Webhooks.MOST; i++) {
            subscribe(Map.of());
        }
        assertEquals(
                Optional.empty(),
                webhooks.subscribe(Target.parse(receiver.url()), Interest.of(Map.of()), Optional.empty()));
    }
}
