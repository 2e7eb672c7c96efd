package uz.muhr.client.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void withoutAUrlItIsAFile(@Nullable String url) {
        Database database = Database.of(folder.resolve("../journal"), url, "muhr", "secret");
        assertEquals(Optional.of(folder.resolveSibling("journal")), database.file());
        assertEquals(
                "jdbc:h2:file:" + folder.resolveSibling("journal") + ";DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=64",
                database.url());
        assertEquals(Optional.empty(), Optional.ofNullable(database.user()));
    }

    @Test
    void aServerOfPostgresqlIsTakenAsItIsNamed() {
        String url = "jdbc:postgresql://127.0.0.1:5432/muhr";
        assertEquals(new Database(Optional.empty(), url, "muhr", "secret"), Database.of(folder, url, "muhr", "secret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://somewhere/muhr?password=secret",
                "jdbc:h2:mem:muhr",
                "postgresql://somewhere/secret",
                "JDBC:POSTGRESQL://secret"
            })
    void everyOtherKindIsRefusedInOneSentenceWithoutSayingWhatMayBeASecret(String url) {
        RefusedDatabaseException refused =
                assertThrows(RefusedDatabaseException.class, () -> Database.of(folder, url, "muhr", "secret"));
        assertEquals(
                "The URL of the database has to begin with jdbc:postgresql:// or be left out for a file; it begins with"
                        + " something else.",
                refused.sentence());
        assertEquals(refused.sentence(), refused.getMessage());
    }

    @Test
    void itsPasswordIsInNoText() {
        Database database = Database.of(folder, "jdbc:postgresql://127.0.0.1/muhr", "muhr", "secret");
        assertFalse(database.toString().contains("secret"));
    }
}
