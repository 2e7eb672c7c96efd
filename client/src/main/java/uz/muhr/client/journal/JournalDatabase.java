package uz.muhr.client.journal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Opens the journal's database, with its tables as this version wants them. */
final class JournalDatabase {
    /** A schema of its own: the register, which is cleared now and then, may be in the same database. */
    private static final String SCHEMA = "muhr_journal";

    private static final int MOST_CONNECTIONS = 10;
    private static final long PATIENCE_MILLIS = 5_000;

    private JournalDatabase() {}

    /**
     * Opens it, empty when it is new.
     *
     * @throws JournalUnavailableException when it cannot be opened
     */
    static HikariDataSource open(JournalSettings settings) {
        settings.file().ifPresent(JournalDatabase::prepareFolder);
        try {
            Flyway.configure()
                    .dataSource(settings.url(), settings.user(), settings.password())
                    .schemas(SCHEMA)
                    .locations("classpath:uz/muhr/client/journal")
                    .load()
                    .migrate();
            return new HikariDataSource(pool(settings));
        } catch (FlywayException | PoolInitializationException e) {
            throw new JournalUnavailableException(
                    settings.file().isPresent()
                            ? "The journal cannot be opened: another client of Muhr has it, or its file is damaged."
                            : "The journal's PostgreSQL does not let this client in, or is not there.",
                    e);
        }
    }

    private static HikariConfig pool(JournalSettings settings) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("journal");
        pool.setJdbcUrl(settings.url());
        pool.setUsername(settings.user());
        pool.setPassword(settings.password());
        pool.setSchema(SCHEMA);
        pool.setMaximumPoolSize(MOST_CONNECTIONS);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(PATIENCE_MILLIS);
        if (settings.file().isEmpty()) {
            pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        }
        return pool;
    }

    /** Receipts hold salts, so only its owner may look into it. */
    private static void prepareFolder(Path file) {
        try {
            Path folder = file.resolveSibling("");
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException | UnsupportedOperationException e) {
            throw new JournalUnavailableException("The journal's folder " + file.getParent() + " cannot be made.", e);
        }
    }
}
