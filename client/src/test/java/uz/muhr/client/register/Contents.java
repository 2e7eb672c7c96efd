package uz.muhr.client.register;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import uz.muhr.protocol.identifier.DocumentId;

/** What a register's tables hold, read past all of the register's own code. */
public record Contents(List<Long> blocks, List<String> versions) {
    private static final String SCHEMA = "\"muhr_register\".";

    /** The numbers of all blocks, and all versions as id/sequence; each sorted, and as often as it is there. */
    public static Contents of(RegisterSettings settings) {
        try (Connection connection = DriverManager.getConnection(
                settings.database().url(),
                settings.database().user(),
                settings.database().password())) {
            return new Contents(
                    column(connection, "number FROM " + SCHEMA + "followed_block", Long.class),
                    column(
                            connection,
                            "document || '/' || sequence FROM " + SCHEMA + "document_version",
                            String.class));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether the first version of each document is there. */
    public boolean holds(List<DocumentId> documents) {
        return versions.containsAll(
                documents.stream().map(document -> document.hex() + "/1").toList());
    }

    /** The environment that names the same database to another process. */
    public static List<String> environment(RegisterSettings settings) {
        return settings.file().isPresent()
                ? List.of()
                : List.of(
                        "MUHR_REGISTER_URL", settings.database().url(),
                        "MUHR_REGISTER_USER", String.valueOf(settings.database().user()),
                        "MUHR_REGISTER_PASSWORD",
                                String.valueOf(settings.database().password()));
    }

    /** The settings that name the same database to a server. */
    public static String[] asSettings(RegisterSettings settings) {
        return settings.file().isPresent()
                ? new String[0]
                : new String[] {
                    "--muhr.register.url=" + settings.database().url(),
                    "--muhr.register.user=" + settings.database().user(),
                    "--muhr.register.password=" + settings.database().password()
                };
    }

    private static <T> List<T> column(Connection connection, String what, Class<T> type) throws SQLException {
        List<T> values = new ArrayList<>();
        try (ResultSet rows = connection.createStatement().executeQuery("SELECT " + what + " ORDER BY 1")) {
            while (rows.next()) {
                values.add(rows.getObject(1, type));
            }
        }
        return values;
    }
}
