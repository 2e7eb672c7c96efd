package uz.muhr.client.webhook;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import uz.muhr.client.register.Interest;
import uz.muhr.client.register.Position;
import uz.muhr.client.register.Register;
import uz.muhr.client.register.RegisterUnavailableException;

/**
 * Who is told of events, for the door where they subscribe. All methods throw {@link RegisterUnavailableException} while
 * the register's database does not answer.
 */
public final class Webhooks {
    /** How many subscriptions there may be. */
    public static final int MOST = 100;

    private static final String PREFIX = "wh_";
    private static final int BYTES_OF_AN_ID = 12;

    private final Supplier<Register> register;
    private final Subscriptions subscriptions;
    private final SecureRandom random;
    private final Clock clock;

    public Webhooks(Supplier<Register> register, SecureRandom random, Clock clock) {
        this.register = register;
        this.subscriptions = new Subscriptions(register);
        this.random = random;
        this.clock = clock;
    }

    /**
     * Subscribes somebody.
     *
     * @param after from where on; empty for what comes next
     * @return empty when there are {@link #MOST} already
     */
    public Optional<Subscription> subscribe(Target target, Interest interest, Optional<Position> after) {
        Register open = register.get();
        byte[] id = new byte[BYTES_OF_AN_ID];
        random.nextBytes(id);
        Subscription subscription = new Subscription(
                PREFIX + HexFormat.of().formatHex(id),
                target,
                Secret.random(random),
                interest,
                open.ledger(),
                after.orElseGet(() -> Position.endOf(open.asOf().number())),
                clock.instant(),
                0,
                Optional.empty(),
                Optional.empty());
        return subscriptions.add(subscription, MOST) ? Optional.of(subscription) : Optional.empty();
    }

    /** All of them, the oldest first. */
    public List<Subscription> all() {
        return subscriptions.all();
    }

    public Optional<Subscription> find(String id) {
        return subscriptions.find(id);
    }

    /**
     * Ends a subscription; a message that is on its way may still arrive.
     *
     * @return whether there was one
     */
    public boolean delete(String id) {
        return subscriptions.delete(id);
    }
}
