package uz.muhr.client.register;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Opens the register's database, with its tables as this version wants them. */
final class RegisterDatabase {
    /** The tables have a schema of their own, so that a register may share a database and be cleared without the rest. */
    private static final String SCHEMA = "muhr_register";

    /** What is kept beside the register, and stays when that is cleared. */
    private static final String WEBHOOKS = "muhr_webhook";

    private static final int MOST_CONNECTIONS = 5;
    private static final long PATIENCE_MILLIS = 5_000;

    /** H2's code for a file that another process has open. */
    private static final int FILE_IN_USE = 90020;

    private RegisterDatabase() {}

    static HikariDataSource open(RegisterSettings settings) {
        settings.file().ifPresent(RegisterDatabase::prepareFolder);
        try {
            flyway(settings, SCHEMA, "register").load().migrate();
            flyway(settings, WEBHOOKS, "webhook").load().migrate();
            return new HikariDataSource(pool(settings));
        } catch (FlywayException | PoolInitializationException e) {
            throw unavailable(settings, e);
        }
    }

    /** Deletes every row and table of the register. */
    static void clear(RegisterSettings settings) {
        settings.file().ifPresent(RegisterDatabase::prepareFolder);
        try {
            flyway(settings, SCHEMA, "register").cleanDisabled(false).load().clean();
        } catch (FlywayException e) {
            throw unavailable(settings, e);
        }
    }

    private static FluentConfiguration flyway(RegisterSettings settings, String schema, String folder) {
        return Flyway.configure()
                .dataSource(settings.url(), settings.user(), settings.password())
                .schemas(schema)
                .locations("classpath:uz/muhr/client/" + folder);
    }

    private static HikariConfig pool(RegisterSettings settings) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("register");
        pool.setJdbcUrl(settings.url());
        pool.setUsername(settings.user());
        pool.setPassword(settings.password());
        pool.setSchema(SCHEMA);
        pool.setMaximumPoolSize(MOST_CONNECTIONS);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(PATIENCE_MILLIS);
        if (settings.file().isEmpty()) {
            pool.addDataSourceProperty("reWriteBatchedInserts", "true");
            // A tail that a power cut takes is followed again: the mark goes with the rows.
            pool.setConnectionInitSql("SET synchronous_commit = off");
        }
        return pool;
    }

    private static void prepareFolder(Path file) {
        try {
            Path folder = file.resolveSibling("");
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException | UnsupportedOperationException e) {
            throw new RegisterUnavailableException("The register's folder " + file.getParent() + " cannot be made.", e);
        }
    }

    private static RegisterUnavailableException unavailable(RegisterSettings settings, RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == FILE_IN_USE) {
                return new RegisterUnavailableException(
                        "The register is open in another process, such as scripts/muhr serve. Ask that one"
                                + " (--server http://127.0.0.1:8080), or stop it first.",
                        failure);
            }
        }
        return new RegisterUnavailableException(
                settings.file()
                        .map(file -> "The register in " + file + ".mv.db cannot be opened.")
                        .orElse("The register's PostgreSQL does not let this client in, or is not there."),
                failure);
    }
}
