package uz.muhr.client.register;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times as the tables hold them: UTC without saying so, which no session's time zone can shift. */
final class UtcTime {
    private UtcTime() {}

    static LocalDateTime of(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    static @Nullable LocalDateTime of(Optional<Instant> time) {
        return time.map(UtcTime::of).orElse(null);
    }
}
