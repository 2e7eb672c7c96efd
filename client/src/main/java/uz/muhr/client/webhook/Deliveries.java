package uz.muhr.client.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;
import uz.muhr.client.register.EventPage;
import uz.muhr.client.register.EventView;
import uz.muhr.client.register.LedgerEvent;
import uz.muhr.client.register.NewBlocks;
import uz.muhr.client.register.Position;
import uz.muhr.client.register.Register;
import uz.muhr.client.register.RegisterUnavailableException;
import uz.muhr.client.webhook.Subscription.Trouble;

/**
 * Tells every subscription what it has not been told. An event is sent again until it is taken, and the next one not
 * before; so each receiver gets all of them in the ledger's order, at least once. How far it came is noted after each: a
 * process that is killed in between sends one again, under the same id.
 */
public final class Deliveries implements AutoCloseable {
    private static final int AT_ONCE = 4;
    private static final int PAGE = 50;
    private static final int MOST_STEPS = 20;

    /** Longer than one attempt may take. After this another process of the same database may go on. */
    private static final Duration LEASE = Duration.ofSeconds(20);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final String holder = UUID.randomUUID().toString();
    private final Supplier<Register> register;
    private final NewBlocks newBlocks;
    private final Subscriptions subscriptions;
    private final WebhookSettings settings;
    private final Clock clock;
    private final Courier courier;
    private final Consumer<String> notices;
    private final LongAdder taken = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final List<Thread> threads;

    /** @param notices told of what a person should know, a sentence each */
    public Deliveries(
            Supplier<Register> register,
            NewBlocks newBlocks,
            WebhookSettings settings,
            Clock clock,
            Consumer<String> notices) {
        this.register = register;
        this.newBlocks = newBlocks;
        this.subscriptions = new Subscriptions(register);
        this.settings = settings;
        this.clock = clock;
        this.courier = new Courier(new Reach(settings.privateTargets()), settings.answerWithin(), AT_ONCE);
        this.notices = notices;
        this.threads = IntStream.range(0, AT_ONCE)
                .mapToObj(n -> new Thread(this::run, "webhook-" + n))
                .toList();
        threads.forEach(thread -> thread.setDaemon(true));
    }

    public void start() {
        threads.forEach(Thread::start);
    }

    /** How many messages were taken since the start. */
    public long taken() {
        return taken.sum();
    }

    /** How many attempts failed since the start. */
    public long failed() {
        return failed.sum();
    }

    private void run() {
        while (!newBlocks.isClosed()) {
            long last = newBlocks.last();
            if (last < 0 || !deliverOne(last)) {
                newBlocks.await(last, BETWEEN_LOOKS);
            }
        }
    }

    /** Whether there was anybody to tell. */
    private boolean deliverOne(long lastBlock) {
        try {
            Instant now = clock.instant();
            Optional<Subscription> due = subscriptions.claim(holder, lastBlock, now, now.plus(LEASE));
            due.ifPresent(this::deliver);
            return due.isPresent();
        } catch (RegisterUnavailableException e) {
            // What was not noted is sent again; the health of the register says why.
            return false;
        } catch (RuntimeException e) {
            // Whatever it is, the events stay where they are: it is said, and tried again.
            notices.accept("Telling webhooks failed: " + e.getClass().getSimpleName() + ".");
            return false;
        }
    }

    private void deliver(Subscription subscription) {
        Register open = register.get();
        if (!open.ledger().equals(subscription.ledger())) {
            disable(subscription, "This client follows another ledger than the one that was subscribed to.");
            return;
        }
        EventPage page = open.events(subscription.interest(), subscription.told(), PAGE);
        Position told = subscription.told();
        Optional<Trouble> before = subscription.trouble();
        for (LedgerEvent event : page.events()) {
            if (newBlocks.isClosed()) {
                subscriptions.release(subscription.id(), holder, told, clock.instant());
                return;
            }
            if (!deliver(subscription, event, before)) {
                return;
            }
            told = event.position();
            before = Optional.empty();
        }
        subscriptions.release(subscription.id(), holder, page.next(), clock.instant());
    }

    /** Whether it was taken, and the next one may be sent. */
    private boolean deliver(Subscription subscription, LedgerEvent event, Optional<Trouble> before) {
        Message message = new Message(
                subscription.id() + ":" + event.position(),
                clock.instant(),
                EventView.of(event).json());
        Answer answer = courier.send(subscription.target(), message, subscription.secret());
        if (answer instanceof Answer.Taken) {
            taken.increment();
            return subscriptions.delivered(
                    subscription.id(), holder, event.position(), clock.instant().plus(LEASE));
        }
        failed.increment();
        if (answer instanceof Answer.Failed failure) {
            postpone(subscription, before, failure.reason());
        } else {
            disable(subscription, "The receiver answered with status 410: it wants no more.");
        }
        return false;
    }

    private void postpone(Subscription subscription, Optional<Trouble> before, String reason) {
        Instant now = clock.instant();
        int attempts = before.map(Trouble::attempts).orElse(0) + 1;
        Instant since = before.map(Trouble::since).orElse(now);
        Duration pause = pause(attempts);
        if (before.isPresent() && !now.isBefore(since.plus(settings.giveUpAfter()))) {
            disable(subscription, reason, attempts, since, now);
            return;
        }
        if (before.isEmpty()) {
            notices.accept("Webhook " + subscription.id() + " does not get through. " + reason + " It is tried again.");
        }
        subscriptions.failed(
                subscription.id(), holder, new Trouble(reason, attempts, since, now.plus(pause)), Optional.empty());
    }

    private void disable(Subscription subscription, String reason) {
        Instant now = clock.instant();
        disable(subscription, reason, 1, now, now);
    }

    private void disable(Subscription subscription, String reason, int attempts, Instant since, Instant now) {
        notices.accept(
                "Webhook " + subscription.id() + " is disabled after " + attempts + " failed attempts. " + reason);
        subscriptions.failed(subscription.id(), holder, new Trouble(reason, attempts, since, now), Optional.of(now));
    }

    private Duration pause(int attempts) {
        ExponentialBackOff pauses = new ExponentialBackOff(settings.firstPause().toMillis(), 2);
        pauses.setMaxInterval(LONGEST_PAUSE.toMillis());
        pauses.setJitter(settings.firstPause().toMillis() / 2);
        BackOffExecution steps = pauses.start();
        long millis = steps.nextBackOff();
        for (int step = 1; step < Math.min(attempts, MOST_STEPS); step++) {
            millis = steps.nextBackOff();
        }
        return Duration.ofMillis(millis);
    }

    /** Ends within the time of one attempt; what is on its way is noted, everything else stays where it is. */
    @Override
    public void close() {
        for (Thread thread : threads) {
            try {
                thread.join(settings.answerWithin().toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        courier.close();
    }
}
