package uz.muhr.client.register;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import uz.muhr.client.database.Database;

/** Opens the register's database, with its tables as this version wants them. */
final class RegisterDatabase {
    /** The tables have a schema of their own, so that a register may share a database and be cleared without the rest. */
    private static final String SCHEMA = "muhr_register";

    /** What is kept beside the register, and stays when that is cleared. */
    private static final String WEBHOOKS = "muhr_webhook";

    private static final String TALLIES = "muhr_tally";

    private static final int MOST_CONNECTIONS = 5;

    /** H2's code for a file that another process has open. */
    private static final int FILE_IN_USE = 90020;

    private RegisterDatabase() {}

    static HikariDataSource open(RegisterSettings settings) {
        Database place = prepared(settings);
        try {
            place.tables(SCHEMA, "register").load().migrate();
            place.tables(WEBHOOKS, "webhook").load().migrate();
            place.tables(TALLIES, "tally").load().migrate();
            return new HikariDataSource(pool(place));
        } catch (FlywayException | PoolInitializationException e) {
            throw unavailable(settings, e);
        }
    }

    /** Deletes every row and table of the register. */
    static void clear(RegisterSettings settings) {
        Database place = prepared(settings);
        try {
            place.tables(SCHEMA, "register").cleanDisabled(false).load().clean();
        } catch (FlywayException e) {
            throw unavailable(settings, e);
        }
    }

    private static Database prepared(RegisterSettings settings) {
        try {
            settings.database().prepareFolder();
            return settings.database();
        } catch (IOException e) {
            throw new RegisterUnavailableException(
                    "The register's folder "
                            + settings.file().map(Path::getParent).orElseThrow() + " cannot be made.",
                    e);
        }
    }

    private static HikariConfig pool(Database place) {
        HikariConfig pool = place.pool("register", SCHEMA, MOST_CONNECTIONS);
        if (place.file().isEmpty()) {
            // A tail that a power cut takes is followed again: the mark goes with the rows.
            pool.setConnectionInitSql("SET synchronous_commit = off");
        }
        return pool;
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
