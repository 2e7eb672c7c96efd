package uz.muhr.client.journal;

import static uz.muhr.client.journal.SubmittedRow.time;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import uz.muhr.client.submission.Wish;
import uz.muhr.client.submission.WishText;

/** The journal, open: takes wishes in and says how far they came. */
final class Journal implements AutoCloseable {
    /** Others may accept the same wish at the same moment, and then it is theirs. */
    private static final int MOST_COLLISIONS = 3;

    private final HikariDataSource database;
    private final JdbcClient jdbc;
    private final TransactionTemplate writing;
    private final Durability durability;
    private final Queue queue;
    private final Retention retention;
    private final String signer;
    private final Clock clock;
    private final int most;
    private final AtomicInteger waiting = new AtomicInteger();

    private Journal(HikariDataSource database, JournalSettings settings, String signer, Clock clock) {
        this.database = database;
        JdbcTemplate batches = new JdbcTemplate(database);
        this.jdbc = JdbcClient.create(batches);
        this.writing = new TransactionTemplate(new JdbcTransactionManager(database));
        this.durability = new Durability(jdbc, settings.file().isPresent());
        this.queue = new Queue(jdbc, batches, writing, durability, signer, clock);
        this.retention = new Retention(jdbc, writing, signer, settings.keep(), clock);
        this.signer = signer;
        this.clock = clock;
        this.most = settings.most();
    }

    /**
     * Opens it, empty when it is new.
     *
     * @param signer who signs what is sent: organisation and user; nobody sees another's submissions
     * @throws JournalUnavailableException when its database cannot be opened
     */
    static Journal open(JournalSettings settings, String signer, Clock clock) {
        Journal journal = new Journal(JournalDatabase.open(settings), settings, signer, clock);
        if (settings.file().isPresent()) {
            // One process can have the file open, so whoever worked on it before is gone.
            journal.queue.forgetOthers();
        }
        journal.count();
        return journal;
    }

    Queue queue() {
        return queue;
    }

    Retention retention() {
        return retention;
    }

    /**
     * Keeps a wish; it is safe when this returns.
     *
     * @throws QueueFullException when as many wait as may
     * @throws KeyReusedException when the key stands for another wish
     * @throws JournalUnavailableException when the database does not take it
     */
    Accepted accept(Wish wish, Optional<IdempotencyKey> key) {
        String digest = WishText.digest(wish);
        Accepted accepted = asked(() -> acceptedOnce(wish, key, digest));
        if (accepted.fresh()) {
            asked(() -> {
                durability.force();
                return accepted;
            });
        }
        return accepted;
    }

    private Accepted acceptedOnce(Wish wish, Optional<IdempotencyKey> key, String digest) {
        for (int collision = 1; ; collision++) {
            try {
                return writing.execute(status -> earlier(wish, key, digest)
                        .map(submitted -> new Accepted(submitted, false))
                        .orElseGet(() -> new Accepted(insert(wish, key, digest), true)));
            } catch (DuplicateKeyException e) {
                if (collision == MOST_COLLISIONS) {
                    throw e;
                }
            }
        }
    }

    private Optional<Submitted> earlier(Wish wish, Optional<IdempotencyKey> key, String digest) {
        record Known(String digest, String id) {}
        Optional<Known> known =
                key.flatMap(word -> jdbc.sql("SELECT digest, id FROM idempotency_key WHERE signer = ? AND word = ?")
                        .params(signer, word.value())
                        .query((row, n) -> new Known(row.getString(1), row.getString(2)))
                        .optional());
        if (known.isPresent()) {
            if (!known.get().digest.equals(digest)) {
                throw new KeyReusedException();
            }
            return row("id", known.get().id);
        }
        Optional<Submitted> same =
                wish instanceof Wish.NewContent ? row("only_one", digest) : Optional.<Submitted>empty();
        same.ifPresent(submitted -> note(key, digest, submitted.id()));
        return same;
    }

    private Submitted insert(Wish wish, Optional<IdempotencyKey> key, String digest) {
        if (waiting.get() >= most) {
            throw new QueueFullException(most);
        }
        Submitted submitted = new Submitted(
                SubmissionId.random(),
                wish,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                0,
                new Submitted.Received(Optional.empty()));
        jdbc.sql(
                        "INSERT INTO submission (id, signer, lane, subject, wish, only_one, state, attempts, received_at, due_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?)")
                .param(submitted.id().value())
                .param(signer)
                .param(Lane.of(wish).name())
                .param(wish.subject())
                .param(WishText.write(wish))
                .param(wish instanceof Wish.NewContent ? digest : null)
                .param(SubmittedRow.RECEIVED)
                .param(time(submitted.received()))
                .param(time(submitted.received()))
                .update();
        note(key, digest, submitted.id());
        waiting.incrementAndGet();
        return submitted;
    }

    private void note(Optional<IdempotencyKey> key, String digest, SubmissionId id) {
        key.ifPresent(word -> jdbc.sql("INSERT INTO idempotency_key (signer, word, digest, id) VALUES (?, ?, ?, ?)")
                .params(signer, word.value(), digest, id.value())
                .update());
    }

    /**
     * A submission of this signer.
     *
     * @throws JournalUnavailableException when the database does not answer
     */
    Optional<Submitted> find(SubmissionId id) {
        return asked(() -> row("id", id.value()));
    }

    private Optional<Submitted> row(String column, String value) {
        return jdbc.sql("SELECT " + SubmittedRow.COLUMNS + " FROM submission WHERE signer = ? AND " + column + " = ?")
                .params(signer, value)
                .query(SubmittedRow::read)
                .optional()
                .map(SubmittedRow::submitted);
    }

    /** Counts those that wait, whoever accepted them. */
    Waiting count() {
        Waiting counted = queue.waiting();
        waiting.set(counted.count());
        return counted;
    }

    /** One of those that wait was settled here. */
    void settled() {
        waiting.decrementAndGet();
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (DataAccessException | TransactionException e) {
            throw new JournalUnavailableException(
                    "The journal's database did not answer, so nobody knows whether it was accepted. Send the request again.",
                    e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
