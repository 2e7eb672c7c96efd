package uz.muhr.client.journal;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.muhr.client.database.Database;

/**
 * The journal's database, with its tables as this version wants them: opened by the first who enters it, closed by the last
 * who leaves, so that the signers of a process share its connections.
 */
public final class JournalDatabase {
    /** A schema of its own: the register, which is cleared now and then, may be in the same database. */
    private static final String SCHEMA = "muhr_journal";

    private static final int MOST_CONNECTIONS = 10;

    private final JournalSettings settings;
    private @Nullable HikariDataSource open;
    private @Nullable Durability durability;
    private int inside;

    public JournalDatabase(JournalSettings settings) {
        this.settings = settings;
    }

    JournalSettings settings() {
        return settings;
    }

    /**
     * Lets one in, who has to {@link #leave} again. It is empty when it is new.
     *
     * @throws JournalUnavailableException when it cannot be opened
     */
    synchronized DataSource enter() {
        if (open == null) {
            open = opened();
            durability = new Durability(JdbcClient.create(open), settings.file().isPresent());
        }
        inside++;
        return open;
    }

    /** For whoever is inside: all of them share it, and so those who ask at the same time share one write. */
    synchronized Durability durability() {
        return Objects.requireNonNull(durability, "nobody is inside");
    }

    synchronized void leave() {
        inside--;
        if (inside == 0 && open != null) {
            open.close();
            open = null;
        }
    }

    private HikariDataSource opened() {
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
