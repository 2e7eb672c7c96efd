package uz.muhr.client.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times as the tables hold them: UTC without saying so, which no session's time zone can shift. */
public final class UtcTime {
    private UtcTime() {}

    public static LocalDateTime of(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    public static @Nullable LocalDateTime of(Optional<Instant> time) {
        return time.map(UtcTime::of).orElse(null);
    }

    /** What was written; empty for no time. */
    public static Optional<Instant> read(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class))
                .map(time -> time.toInstant(ZoneOffset.UTC));
    }
}
