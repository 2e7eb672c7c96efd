package uz.muhr.network.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;

/** From when until when a certificate holds; whole seconds, as X.509 has them. */
record Validity(Instant from, Instant until) {
    private static final Duration AUTHORITY = Duration.ofDays(3650);
    private static final Duration MEMBER = Duration.ofDays(365);
    /** So that a machine whose clock is a little behind accepts a certificate made a moment ago. */
    private static final Duration BACKDATED = Duration.ofMinutes(5);

    static Validity ofAuthority(Instant now) {
        return of(now, AUTHORITY);
    }

    static Validity ofMember(Instant now) {
        return of(now, MEMBER);
    }

    private static Validity of(Instant now, Duration length) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return new Validity(second.minus(BACKDATED), second.plus(length));
    }

    @SuppressWarnings("JavaUtilDate") // the certificate builder's own type
    Date notBefore() {
        return Date.from(from);
    }

    @SuppressWarnings("JavaUtilDate")
    Date notAfter() {
        return Date.from(until);
    }
}
