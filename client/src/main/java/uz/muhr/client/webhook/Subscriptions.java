package uz.muhr.client.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.muhr.client.register.Interest;
import uz.muhr.client.register.Position;
import uz.muhr.client.register.Register;
import uz.muhr.client.register.RegisterUnavailableException;
import uz.muhr.client.register.UtcTime;
import uz.muhr.client.webhook.Subscription.Trouble;

/**
 * The subscriptions, in the register's database. All methods throw {@link RegisterUnavailableException} while it does not
 * answer.
 */
final class Subscriptions {
    private static final String TABLE = "\"muhr_webhook\".subscription";

    private final Supplier<Register> register;

    Subscriptions(Supplier<Register> register) {
        this.register = register;
    }

    /**
     * Adds one.
     *
     * @return false when there are as many as there may be
     */
    boolean add(Subscription subscription, int most) {
        Map<String, String> words = subscription.interest().words();
        return register.get().durablyBeside(jdbc -> {
            long count =
                    jdbc.sql("SELECT COUNT(*) FROM " + TABLE).query(Long.class).single();
            return count < most
                    && jdbc.sql("INSERT INTO " + TABLE
                                            + " (id, url, secret, issuer, type, document, status, consignment, ledger, told,"
                                            + " created_at, deliveries, failures, next_attempt_at)"
                                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?)")
                                    .param(subscription.id())
                                    .param(subscription.target().url().toString())
                                    .param(subscription.secret().handedOver())
                                    .param(words.get(Interest.ISSUER))
                                    .param(words.get(Interest.TYPE))
                                    .param(words.get(Interest.DOCUMENT))
                                    .param(words.get(Interest.STATUS))
                                    .param(words.get(Interest.CONSIGNMENT))
                                    .param(subscription.ledger())
                                    .param(subscription.told().key())
                                    .param(UtcTime.of(subscription.created()))
                                    .param(UtcTime.of(subscription.created()))
                                    .update()
                            == 1;
        });
    }

    /** All of them, the oldest first. */
    List<Subscription> all() {
        return ask(jdbc -> jdbc.sql("SELECT * FROM " + TABLE + " ORDER BY created_at, id")
                .query((row, n) -> read(row))
                .list());
    }

    Optional<Subscription> find(String id) {
        return ask(jdbc -> find(jdbc, id));
    }

    private static Optional<Subscription> find(JdbcClient jdbc, String id) {
        return jdbc.sql("SELECT * FROM " + TABLE + " WHERE id = ?")
                .param(id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Whether there was one. */
    boolean delete(String id) {
        return register.get()
                .durablyBeside(jdbc -> jdbc.sql("DELETE FROM " + TABLE + " WHERE id = ?")
                                .param(id)
                                .update()
                        == 1);
    }

    /**
     * Takes one that is due, for one holder alone until the lease ends; the one that waits longest.
     *
     * @param lastBlock the last block of the register: who was told up to its end is not due
     */
    Optional<Subscription> claim(String holder, long lastBlock, Instant now, Instant until) {
        return ask(jdbc -> jdbc.sql("SELECT id FROM " + TABLE + " WHERE disabled_at IS NULL AND next_attempt_at <= ?"
                        + " AND (lease_until IS NULL OR lease_until <= ?) AND told < ?"
                        + " ORDER BY next_attempt_at, id LIMIT 1")
                .param(UtcTime.of(now))
                .param(UtcTime.of(now))
                .param(Position.endOf(lastBlock).key())
                .query(String.class)
                .optional()
                .filter(id -> jdbc.sql("UPDATE " + TABLE + " SET lease_holder = ?, lease_until = ?"
                                        + " WHERE id = ? AND (lease_until IS NULL OR lease_until <= ?)")
                                .param(holder)
                                .param(UtcTime.of(until))
                                .param(id)
                                .param(UtcTime.of(now))
                                .update()
                        == 1)
                .flatMap(id -> find(jdbc, id)));
    }

    /**
     * Notes that a message was taken, and keeps the lease.
     *
     * @return false when the subscription was deleted, or another holder has it
     */
    boolean delivered(String id, String holder, Position told, Instant until) {
        return ask(jdbc -> jdbc.sql("UPDATE " + TABLE + " SET told = ?, deliveries = deliveries + 1, failures = 0,"
                                + " failing_since = NULL, failure = NULL, lease_until = ?"
                                + " WHERE id = ? AND lease_holder = ?")
                        .param(told.key())
                        .param(UtcTime.of(until))
                        .param(id)
                        .param(holder)
                        .update()
                == 1);
    }

    /** Gives it back, with everything told up to a position; who is told a lot then waits behind the others. */
    void release(String id, String holder, Position told, Instant now) {
        ask(jdbc -> jdbc.sql("UPDATE " + TABLE + " SET told = ?, next_attempt_at = ?, lease_holder = NULL,"
                        + " lease_until = NULL WHERE id = ? AND lease_holder = ?")
                .param(told.key())
                .param(UtcTime.of(now))
                .param(id)
                .param(holder)
                .update());
    }

    /** Notes that a message was not taken, and gives the subscription back. */
    void failed(String id, String holder, Trouble trouble, Optional<Instant> disabled) {
        ask(jdbc -> jdbc.sql(
                        "UPDATE " + TABLE + " SET failures = ?, failing_since = ?, failure = ?, next_attempt_at = ?,"
                                + " disabled_at = ?, lease_holder = NULL, lease_until = NULL WHERE id = ? AND lease_holder = ?")
                .param(trouble.attempts())
                .param(UtcTime.of(trouble.since()))
                .param(trouble.reason())
                .param(UtcTime.of(trouble.next()))
                .param(UtcTime.of(disabled))
                .param(id)
                .param(holder)
                .update());
    }

    private <T> T ask(Function<JdbcClient, T> question) {
        return register.get().beside(question);
    }

    private static Subscription read(ResultSet row) throws SQLException {
        Map<String, String> words = new TreeMap<>();
        for (String name : Interest.WORDS) {
            String value = row.getString(name);
            if (value != null) {
                words.put(name, value);
            }
        }
        int failures = row.getInt("failures");
        return new Subscription(
                row.getString("id"),
                Target.parse(row.getString("url")),
                Secret.of(row.getString("secret")),
                Interest.of(words),
                row.getString("ledger"),
                Position.of(row.getLong("told")),
                UtcTime.read(row, "created_at").orElseThrow(),
                row.getLong("deliveries"),
                failures == 0
                        ? Optional.empty()
                        : Optional.of(new Trouble(
                                row.getString("failure"),
                                failures,
                                UtcTime.read(row, "failing_since").orElseThrow(),
                                UtcTime.read(row, "next_attempt_at").orElseThrow())),
                UtcTime.read(row, "disabled_at"));
    }
}
