package uz.muhr.client.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of the two tables, read and written. */
final class Rows {
    static final String ACCOUNT = "name, password, roles, disabled, stamp, created_at, signed_in_at";
    static final String KEY = "id, digest, label, roles, created_by, created_at, expires_at, used_at, revoked_at";

    private Rows() {}

    /** An account, and the hash of its password. */
    record Kept(Account account, String password) {}

    static Kept account(ResultSet row, int number) throws SQLException {
        return new Kept(
                new Account(
                        new AccountName(row.getString("name")),
                        Role.of(row.getString("roles")),
                        row.getBoolean("disabled"),
                        row.getLong("stamp"),
                        time(row, "created_at").orElseThrow(),
                        time(row, "signed_in_at")),
                row.getString("password"));
    }

    static ApiKey key(ResultSet row, int number) throws SQLException {
        return new ApiKey(
                row.getString("id"),
                row.getString("label"),
                Role.of(row.getString("roles")),
                row.getString("created_by"),
                time(row, "created_at").orElseThrow(),
                time(row, "expires_at"),
                time(row, "used_at"),
                time(row, "revoked_at"));
    }

    /** This moment, as exactly as it can be written down. */
    static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** A time as both databases take it. */
    static OffsetDateTime time(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime time(Optional<Instant> time) {
        return time.map(Rows::time).orElse(null);
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
