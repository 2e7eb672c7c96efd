package uz.muhr.client.access;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import uz.muhr.client.database.Database;

/**
 * The database of accounts and keys: opened when it is first asked, and tried again while it lets nobody in. It is asked for
 * every request that says who makes it, so that what is revoked is revoked at once.
 */
public final class AccessStore implements AutoCloseable {
    private static final String SCHEMA = "muhr_access";
    private static final int MOST_CONNECTIONS = 4;
    private static final long BETWEEN_ATTEMPTS_NANOS = Duration.ofSeconds(2).toNanos();

    private final Database place;
    private final Consumer<AccessStore> first;
    private @Nullable Open open;
    private @Nullable AccessUnavailableException fault;
    private long nextAttempt;

    private record Open(HikariDataSource database, JdbcClient jdbc, TransactionTemplate writing) {}

    /** @param first done once it is open, before anybody else asks */
    AccessStore(Database place, Consumer<AccessStore> first) {
        this.place = place;
        this.first = first;
    }

    /**
     * An answer out of it.
     *
     * @throws AccessUnavailableException when it gives none
     */
    <T> T ask(Function<JdbcClient, T> question) {
        return asked(open(), question);
    }

    /**
     * Changes it, as a whole or not at all; the change is safe when this returns.
     *
     * @throws AccessUnavailableException when it does not say that it is
     */
    <T> T write(Function<JdbcClient, T> change) {
        return written(open(), change);
    }

    private static <T> T asked(Open open, Function<JdbcClient, T> question) {
        try {
            return question.apply(open.jdbc);
        } catch (DataAccessException e) {
            throw silent(e);
        }
    }

    private <T> T written(Open open, Function<JdbcClient, T> change) {
        try {
            T result = Objects.requireNonNull(open.writing.execute(status -> change.apply(open.jdbc)));
            if (place.file().isPresent()) {
                // H2 writes behind, up to half a second; a revocation may not be lost in it.
                open.jdbc.sql("CHECKPOINT SYNC").update();
            }
            return result;
        } catch (DataAccessException | TransactionException e) {
            throw silent(e);
        }
    }

    private static AccessUnavailableException silent(Exception cause) {
        return new AccessUnavailableException("The database of accounts and keys did not answer. Try again.", cause);
    }

    private synchronized Open open() {
        if (open == null) {
            if (fault != null && System.nanoTime() - nextAttempt < 0) {
                throw new AccessUnavailableException(fault.sentence(), fault);
            }
            try {
                open = opened();
                first.accept(this);
                fault = null;
            } catch (AccessUnavailableException e) {
                close();
                fault = e;
                nextAttempt = System.nanoTime() + BETWEEN_ATTEMPTS_NANOS;
                throw e;
            }
        }
        return open;
    }

    private Open opened() {
        try {
            place.prepareFolder();
            place.tables(SCHEMA, "access").load().migrate();
            HikariDataSource database = new HikariDataSource(place.pool("access", SCHEMA, MOST_CONNECTIONS));
            return new Open(
                    database,
                    JdbcClient.create(database),
                    new TransactionTemplate(new JdbcTransactionManager(database)));
        } catch (IOException e) {
            throw new AccessUnavailableException("The folder of accounts and keys cannot be made.", e);
        } catch (FlywayException | PoolInitializationException e) {
            throw new AccessUnavailableException(
                    place.file().isPresent()
                            ? "Accounts and keys cannot be read: another client of Muhr has their file, or it is damaged."
                            : "The PostgreSQL of accounts and keys does not let this client in, or is not there.",
                    e);
        }
    }

    @Override
    public synchronized void close() {
        if (open != null) {
            open.database.close();
            open = null;
        }
    }
}
