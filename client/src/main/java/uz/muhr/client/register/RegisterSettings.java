package uz.muhr.client.register;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.database.Database;

/** Where the register is kept. */
public record RegisterSettings(Database database) {
    /**
     * PostgreSQL where a URL is given, and otherwise a file in the client's own folder.
     *
     * @param data the client's folder
     * @param url such as {@code jdbc:postgresql://127.0.0.1:5432/muhr}
     * @throws uz.muhr.client.database.RefusedDatabaseException when it is of another kind
     */
    public static RegisterSettings of(
            Path data, @Nullable String url, @Nullable String user, @Nullable String password) {
        return new RegisterSettings(Database.of(data.resolve("register/register"), url, user, password));
    }

    /** The file without its ending; empty for PostgreSQL. */
    Optional<Path> file() {
        return database.file();
    }
}
