package uz.muhr.client.journal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import uz.muhr.client.database.Database;

/**
 * How the journal is kept and worked off.
 *
 * @param most how many submissions may wait
 * @param lists how many lists of documents may be under way at once
 * @param others how many other writes may be
 * @param linger how long a document waits for others that might share its transaction, beside lists that are under way
 * @param drain how long what is under way may take to settle when the process is told to stop
 * @param keep how long a submission is kept once it is settled, with the keys that stand for it
 */
public record JournalSettings(
        Database database, int most, int lists, int others, Duration linger, Duration drain, Duration keep) {
    /** The file of H2, without its ending; empty for PostgreSQL. */
    Optional<Path> file() {
        return database.file();
    }
}
