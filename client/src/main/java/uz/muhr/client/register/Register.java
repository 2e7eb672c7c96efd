package uz.muhr.client.register;

import com.zaxxer.hikari.HikariDataSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import uz.muhr.client.following.BlockMark;
import uz.muhr.client.following.FollowedBlocks;
import uz.muhr.client.following.Projection;
import uz.muhr.client.register.DailyCounts.DailyCount;
import uz.muhr.client.register.SearchText.CountsQuestion;
import uz.muhr.protocol.identifier.MspId;

/** The register, open. What it answers was true as of a block; whether a document stands is for the ledger to say. */
public final class Register implements AutoCloseable {
    private final HikariDataSource database;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;
    private final FollowedBlocks followed;
    private final SafeCommit safe;

    private Register(HikariDataSource database, SafeCommit safe) {
        this.database = database;
        this.safe = safe;
        this.batches = new JdbcTemplate(database);
        this.jdbc = JdbcClient.create(batches);
        JdbcTransactionManager transactions = new JdbcTransactionManager(database);
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        // One answer comes from one state, though the follower writes on.
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.followed = new FollowedBlocks(jdbc, writing);
    }

    /**
     * Opens it, empty when it is new.
     *
     * @throws RegisterUnavailableException when its database cannot be opened
     */
    public static Register open(RegisterSettings settings) {
        return new Register(RegisterDatabase.open(settings), SafeCommit.of(settings));
    }

    /**
     * Opens it with nothing in it, whatever was.
     *
     * @throws RegisterUnavailableException when its database cannot be opened
     */
    public static Register openAnew(RegisterSettings settings) {
        RegisterDatabase.clear(settings);
        return open(settings);
    }

    /** What was followed so far. */
    public FollowedBlocks followed() {
        return followed;
    }

    /** What makes rows of a block. */
    public Projection rows() {
        DocumentRows documents = new DocumentRows(jdbc, batches);
        SealRows seals = new SealRows(jdbc, batches);
        return blocks -> documents.write(blocks) + seals.write(blocks);
    }

    /**
     * The container seals that are looked for.
     *
     * @throws RegisterUnavailableException when the database does not answer, or no block was followed yet
     */
    public FoundSeals seals(SealSearch search) {
        return read(() -> SealSearchSql.run(jdbc, search, mark()));
    }

    /**
     * The documents that are looked for.
     *
     * @throws RegisterUnavailableException when the database does not answer, or no block was followed yet
     */
    public FoundPage search(Search search) {
        return read(() -> SearchSql.run(jdbc, search, mark()));
    }

    /**
     * Whether a search finds more than so many documents.
     *
     * @throws RegisterUnavailableException when the database does not answer
     */
    public boolean findsMoreThan(Search search, int most) {
        return read(() -> SearchSql.findsMoreThan(jdbc, search, most));
    }

    /**
     * How many documents each issuer anchored on each day.
     *
     * @throws RegisterUnavailableException when the database does not answer, or no block was followed yet
     */
    public DailyCounts counts(CountsQuestion question) {
        return read(() -> new DailyCounts(mark(), counted(question)));
    }

    /**
     * What happened on the ledger after a position, in its order.
     *
     * @param limit the most events of a page
     * @throws RegisterUnavailableException when the database does not answer, or no block was followed yet
     */
    public EventPage events(Interest interest, Position after, int limit) {
        return read(() -> EventSql.run(jdbc, interest, after, limit, mark()));
    }

    /**
     * The last block that is in the register.
     *
     * @throws RegisterUnavailableException when the database does not answer, or no block was followed yet
     */
    public BlockMark asOf() {
        return read(this::mark);
    }

    /**
     * Names the ledger that the register was made from: the hash of its first block.
     *
     * @throws RegisterUnavailableException when the database does not answer, or no block was followed yet
     */
    public String ledger() {
        return read(() -> {
            mark();
            return jdbc.sql("SELECT hash FROM followed_block WHERE number = 0")
                    .query(String.class)
                    .single();
        });
    }

    /**
     * Does something to tables that are kept beside the register's, in one transaction.
     *
     * @throws RegisterUnavailableException when the database does not answer
     */
    public <T> T beside(Function<JdbcClient, T> work) {
        try {
            return writing.execute(status -> work.apply(jdbc));
        } catch (DataAccessException | TransactionException e) {
            throw new RegisterUnavailableException("The register's database did not answer.", e);
        }
    }

    /**
     * The same, for what was promised to somebody: it is on the disk when this returns. What can be followed again, or sent
     * again, need not wait for that.
     *
     * @throws RegisterUnavailableException when the database does not answer
     */
    public <T> T durablyBeside(Function<JdbcClient, T> work) {
        T done = beside(statements -> {
            safe.begin(statements);
            return work.apply(statements);
        });
        beside(statements -> {
            safe.end(statements);
            return Optional.empty();
        });
        return done;
    }

    private List<DailyCount> counted(CountsQuestion question) {
        List<Object> values = new ArrayList<>(List.of(
                question.first().atStartOfDay(), question.last().plusDays(1).atStartOfDay()));
        question.issuer().ifPresent(issuer -> values.add(issuer.value()));
        return jdbc.sql("SELECT CAST(anchored_at AS DATE), issuer, COUNT(*) FROM document_version"
                        + " WHERE sequence = 1 AND anchored_at >= ? AND anchored_at < ?"
                        + (question.issuer().isPresent() ? " AND issuer = ?" : "")
                        + " GROUP BY CAST(anchored_at AS DATE), issuer ORDER BY 1 DESC, 2")
                .params(values)
                .query((row, n) ->
                        new DailyCount(row.getObject(1, LocalDate.class), new MspId(row.getString(2)), row.getLong(3)))
                .list();
    }

    private BlockMark mark() {
        return followed.last()
                .orElseThrow(() -> new RegisterUnavailableException(
                        "The register is empty: no block of the ledger was followed yet.", null));
    }

    private <T> T read(Supplier<T> question) {
        try {
            return reading.execute(status -> question.get());
        } catch (DataAccessException | TransactionException e) {
            throw new RegisterUnavailableException("The register's database did not answer.", e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
