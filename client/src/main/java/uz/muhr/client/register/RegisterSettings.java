package uz.muhr.client.register;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the register's database is. The password is in no text that this makes. */
public final class RegisterSettings {
    private static final String POSTGRESQL = "jdbc:postgresql:";

    private final Optional<Path> file;
    private final String url;
    private final @Nullable String user;
    private final @Nullable String password;

    private RegisterSettings(Optional<Path> file, String url, @Nullable String user, @Nullable String password) {
        this.file = file;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /**
     * PostgreSQL where a URL is given, and otherwise a file in the client's own folder.
     *
     * @param data the client's folder
     * @param url such as {@code jdbc:postgresql://127.0.0.1:5432/muhr}
     * @throws RegisterUnavailableException when it is of another kind
     */
    public static RegisterSettings of(
            Path data, @Nullable String url, @Nullable String user, @Nullable String password) {
        if (url == null || url.isBlank()) {
            Path file = data.resolve("register/register").toAbsolutePath().normalize();
            return new RegisterSettings(Optional.of(file), "jdbc:h2:file:" + file, null, null);
        }
        if (!url.startsWith(POSTGRESQL)) {
            throw new RegisterUnavailableException(
                    "The register's URL has to begin with " + POSTGRESQL
                            + "// or be left out; it begins with something else.",
                    null);
        }
        return new RegisterSettings(Optional.empty(), url, user, password);
    }

    /** The file without its ending; empty for PostgreSQL. */
    Optional<Path> file() {
        return file;
    }

    String url() {
        return url;
    }

    @Nullable
    String user() {
        return user;
    }

    @Nullable
    String password() {
        return password;
    }
}
