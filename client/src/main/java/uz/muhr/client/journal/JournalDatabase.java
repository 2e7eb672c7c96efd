package uz.muhr.client.journal;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.nio.file.Path;
import org.flywaydb.core.api.FlywayException;
import uz.muhr.client.database.Database;

/** Opens the journal's database, with its tables as this version wants them. */
final class JournalDatabase {
    /** A schema of its own: the register, which is cleared now and then, may be in the same database. */
    private static final String SCHEMA = "muhr_journal";

    private static final int MOST_CONNECTIONS = 10;

    private JournalDatabase() {}

    /**
     * Opens it, empty when it is new.
     *
     * @throws JournalUnavailableException when it cannot be opened
     */
    static HikariDataSource open(JournalSettings settings) {
        Database place = settings.database();
        try {
            place.prepareFolder();
            place.tables(SCHEMA, "journal").load().migrate();
            return new HikariDataSource(place.pool("journal", SCHEMA, MOST_CONNECTIONS));
        } catch (IOException e) {
            throw new JournalUnavailableException(
                    "The journal's folder "
                            + settings.file().map(Path::getParent).orElseThrow() + " cannot be made.",
                    e);
        } catch (FlywayException | PoolInitializationException e) {
            throw new JournalUnavailableException(
                    settings.file().isPresent()
                            ? "The journal cannot be opened: another client of Muhr has it, or its file is damaged."
                            : "The journal's PostgreSQL does not let this client in, or is not there.",
                    e);
        }
    }
}
