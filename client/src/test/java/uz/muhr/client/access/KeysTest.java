package uz.muhr.client.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.client.access.AccessRefusal.Why;
import uz.muhr.client.database.Database;
import uz.muhr.client.register.Databases;
import uz.muhr.client.register.Databases.NewDatabase;

class KeysTest {
    private static final Instant BEGIN = Instant.parse("2026-11-26T09:00:00Z");

    private final Time time = new Time();

    @TempDir
    Path folder;

    private AccessStore store(NewDatabase database) {
        Database given = database.apply(folder).database();
        return new AccessStore(
                given.file().isEmpty() ? given : Database.of(folder.resolve("access/access"), null, null, null),
                open -> {});
    }

    private Keys.Made made(Keys keys, Optional<Instant> expires) {
        return keys.create("the single window", Set.of(Role.ISSUER, Role.AUDITOR), expires, "administrator");
    }

    @ParameterizedTest
    @ArgumentsSource(Databases.class)
    void aKeyLetsInWhoeverShowsIt(NewDatabase database) {
        try (AccessStore store = store(database)) {
            Keys keys = new Keys(store, time);
            Keys.Made made = made(keys, Optional.empty());
            KeySecret shown = KeySecret.parse(made.secret().handedOver()).orElseThrow();
            assertEquals(Optional.of(made.key()), keys.standing(shown));
            assertEquals(Set.of(Role.ISSUER, Role.AUDITOR), made.key().roles());
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Databases.class)
    void aRevokedKeyLetsNobodyInAndIsStillListed(NewDatabase database) {
        try (AccessStore store = store(database)) {
            Keys keys = new Keys(store, time);
            Keys.Made made = made(keys, Optional.empty());
            keys.revoke(made.key().id());
            assertEquals(Optional.empty(), keys.standing(made.secret()));
            time.pass(Duration.ofHours(1));
            keys.revoke(made.key().id());
            assertEquals(Optional.of(BEGIN), keys.all().get(0).revoked(), "once revoked, it was revoked then");
            AccessRefusal unknown = assertThrows(AccessRefusal.class, () -> keys.revoke("0".repeat(16)));
            assertEquals(Why.UNKNOWN_KEY, unknown.why());
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Databases.class)
    void aKeyEndsWhenItExpires(NewDatabase database) {
        try (AccessStore store = store(database)) {
            Keys keys = new Keys(store, time);
            Keys.Made made = made(keys, Optional.of(BEGIN.plusSeconds(60)));
            time.pass(Duration.ofSeconds(59));
            assertTrue(keys.standing(made.secret()).isPresent());
            time.pass(Duration.ofSeconds(1));
            assertEquals(Optional.empty(), keys.standing(made.secret()));
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Databases.class)
    void whenAKeyWasUsedLastIsKeptToTenMinutes(NewDatabase database) {
        try (AccessStore store = store(database)) {
            Keys keys = new Keys(store, time);
            Keys.Made made = made(keys, Optional.empty());
            assertEquals(Optional.empty(), keys.all().get(0).used());
            for (Duration each : List.of(Duration.ZERO, Duration.ofMinutes(9), Duration.ofSeconds(59))) {
                time.pass(each);
                keys.standing(made.secret());
                assertEquals(Optional.of(BEGIN), keys.all().get(0).used());
            }
            time.pass(Duration.ofSeconds(1));
            keys.standing(made.secret());
            assertEquals(Optional.of(BEGIN.plusSeconds(600)), keys.all().get(0).used());
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Databases.class)
    void theSecretOfOneKeyIsNotThatOfAnother(NewDatabase database) {
        try (AccessStore store = store(database)) {
            Keys keys = new Keys(store, time);
            String one = made(keys, Optional.empty()).secret().handedOver();
            String other = made(keys, Optional.empty()).secret().handedOver();
            assertEquals(2, keys.all().size());
            String mixed = one.substring(0, 22) + other.substring(22);
            assertEquals(Optional.empty(), KeySecret.parse(mixed).flatMap(keys::standing));
            char last = one.charAt(one.length() - 1) == 'A' ? 'B' : 'A';
            String nearly = one.substring(0, one.length() - 1) + last;
            assertEquals(Optional.empty(), KeySecret.parse(nearly).flatMap(keys::standing));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "muhr_", "muhr_0123456789abcdef", "muhr_0123456789ABCDEF_", "eyJhbGciOiJub25lIn0.e30."})
    void whatIsNotInTheFormOfAKeyIsNone(String text) {
        assertEquals(Optional.empty(), KeySecret.parse(text));
        assertEquals(Optional.empty(), KeySecret.parse(text + "A".repeat(42)));
    }

    @Test
    void itIsInNoText() {
        KeySecret secret = KeySecret.random(new SecureRandom());
        assertFalse(secret.toString().contains(secret.handedOver().substring(22)));
        assertFalse(secret.digest().contains(secret.handedOver().substring(22)));
    }

    /** Time that passes when a test says so. */
    private static final class Time extends Clock {
        private Instant now = BEGIN;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
