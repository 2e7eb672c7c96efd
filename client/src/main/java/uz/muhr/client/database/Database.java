package uz.muhr.client.database;

import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is.
 *
 * @param file of H2, without its ending; empty for PostgreSQL
 * @param url of JDBC
 */
public record Database(
        Optional<Path> file,
        String url,
        @Nullable String user,
        @Nullable String password) {
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final long PATIENCE_MILLIS = 5_000;

    /** Refuses every other kind, on which nothing of this was ever tried. */
    public Database {
        if (file.isEmpty() && !url.startsWith(POSTGRESQL)) {
            throw new RefusedDatabaseException("The URL of the database has to begin with " + POSTGRESQL
                    + "// or be left out for a file; it begins with something else.");
        }
    }

    /**
     * PostgreSQL where a URL is given, and otherwise a file of H2, which one process at a time can have open.
     *
     * @param file without its ending
     * @param url such as {@code jdbc:postgresql://127.0.0.1:5432/muhr}
     * @throws RefusedDatabaseException when it is of another kind
     */
    public static Database of(Path file, @Nullable String url, @Nullable String user, @Nullable String password) {
        if (url != null && !url.isBlank()) {
            return new Database(Optional.empty(), url, user, password);
        }
        Path whole = file.toAbsolutePath().normalize();
        // The end of the process is waited for in its own order, not in the database's.
        return new Database(
                Optional.of(whole),
                "jdbc:h2:file:" + whole + ";DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=64",
                null,
                null);
    }

    /**
     * Makes the folder of its file, which only its owner may look into; nothing for a server.
     *
     * @throws IOException when it cannot be made, or not kept to its owner
     */
    public void prepareFolder() throws IOException {
        if (file.isEmpty()) {
            return;
        }
        Path folder = file.get().resolveSibling("");
        Files.createDirectories(folder);
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (UnsupportedOperationException e) {
            throw new IOException("Its file system has no permissions.", e);
        }
    }

    /**
     * The tables of one schema, as this version wants them.
     *
     * @param migrations the name of the package that has them as resources
     */
    public FluentConfiguration tables(String schema, String migrations) {
        return Flyway.configure()
                .dataSource(url, user, password)
                .schemas(schema)
                .locations("classpath:uz/muhr/client/" + migrations);
    }

    /**
     * Connections whose tables are those of one schema.
     *
     * @param most how many there are at a time
     */
    public HikariConfig pool(String name, String schema, int most) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setSchema(schema);
        pool.setMaximumPoolSize(most);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(PATIENCE_MILLIS);
        if (file.isEmpty()) {
            pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        }
        return pool;
    }

    /** The password is in no text. */
    @Override
    public String toString() {
        return "Database[" + file + "]";
    }
}
