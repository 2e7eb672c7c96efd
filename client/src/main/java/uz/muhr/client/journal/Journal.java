package uz.muhr.client.journal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uz.muhr.client.submission.Wish;

/** The journal, open: takes wishes in and says how far they came. */
final class Journal implements AutoCloseable {
    /** Others may accept the same wish at the same moment, and then it is theirs. */
    private static final int MOST_COLLISIONS = 3;

    private final JournalDatabase database;
    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final TransactionTemplate writing;
    private final Durability durability;
    private final Queue queue;
    private final Intake intake;
    private final Retention retention;
    private final String signer;
    private final Clock clock;
    private final int most;
    private final AtomicInteger waiting = new AtomicInteger();

    private Journal(JournalDatabase database, DataSource connections, String signer, Clock clock) {
        JournalSettings settings = database.settings();
        this.database = database;
        this.batches = new JdbcTemplate(connections);
        this.jdbc = JdbcClient.create(batches);
        this.writing = new TransactionTemplate(new JdbcTransactionManager(connections));
        this.durability = database.durability();
        this.queue = new Queue(jdbc, batches, writing, durability, signer, clock);
        this.retention = new Retention(jdbc, writing, signer, settings.keep(), clock);
        this.signer = signer;
        this.clock = clock;
        this.most = settings.most();
        this.intake = new Intake(this::keep);
    }

    /**
     * Opens it, empty when it is new.
     *
     * @param signer who signs what is sent: organisation and user; nobody sees another's submissions
     * @throws JournalUnavailableException when its database cannot be opened
     */
    static Journal open(JournalDatabase database, String signer, Clock clock) {
        Journal journal = new Journal(database, database.enter(), signer, clock);
        try {
            if (database.settings().file().isPresent()) {
                // One process can have the file open, so whoever worked on it before is gone.
                journal.queue.forgetOthers();
            }
            journal.queue.alive();
            journal.count();
            return journal;
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
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
        return intake.accept(new Wished(wish, key));
    }

    private List<Supplier<Accepted>> keep(List<Wished> wishes) {
        for (int collision = 1; ; collision++) {
            try {
                Batch batch = Objects.requireNonNull(writing.execute(status -> Batch.written(
                        batches, queue, clock.instant().truncatedTo(ChronoUnit.MILLIS), waiting.get(), most, wishes)));
                waiting.addAndGet(batch.added());
                if (batch.wrote()) {
                    durability.force();
                }
                queue.hand(batch.claimed(), batch.unclaimed());
                return batch.answers();
            } catch (DuplicateKeyException | ConcurrencyFailureException e) {
                if (collision == MOST_COLLISIONS) {
                    throw e;
                }
            }
        }
    }

    /**
     * A submission of this signer.
     *
     * @throws JournalUnavailableException when the database does not answer
     */
    Optional<Submitted> find(SubmissionId id) {
        try {
            return jdbc.sql(SubmittedRow.SELECT + " WHERE submission.signer = ? AND id = ?")
                    .params(signer, id.uuid())
                    .query(SubmittedRow::read)
                    .optional()
                    .map(SubmittedRow::submitted);
        } catch (DataAccessException e) {
            throw JournalUnavailableException.outcomeUnknown(e);
        }
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

    @Override
    public void close() {
        intake.close();
        database.leave();
    }
}
