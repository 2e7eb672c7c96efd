package uz.muhr.client.journal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the journal is kept and worked off.
 *
 * @param file of H2, without its ending; empty for PostgreSQL
 * @param most how many submissions may wait
 * @param lists how many lists of documents may be under way at once
 * @param others how many other writes may be
 * @param linger how long a document waits for others that might share its transaction
 * @param drain how long what is under way may take to settle when the process is told to stop
 */
public record JournalSettings(
        Optional<Path> file,
        String url,
        @Nullable String user,
        @Nullable String password,
        int most,
        int lists,
        int others,
        Duration linger,
        Duration drain) {

    /** In a file of H2, which one process at a time can have open. */
    public static JournalSettings onFile(Path file, int most, int lists, int others, Duration linger, Duration drain) {
        Path whole = file.toAbsolutePath().normalize();
        return new JournalSettings(
                Optional.of(whole),
                // The end of the process is waited for in its own order, not in the database's.
                "jdbc:h2:file:" + whole + ";DB_CLOSE_ON_EXIT=FALSE",
                null,
                null,
                most,
                lists,
                others,
                linger,
                drain);
    }

    /** The password is in no text. */
    @Override
    public String toString() {
        return "JournalSettings[" + file + "]";
    }
}
