package uz.muhr.client.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.muhr.client.register.Databases.NewDatabase;

/** A register that a former version made. */
class FormerRegisterTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ArgumentsSource(Databases.class)
    void itIsFollowedAnewBecauseItDoesNotSayWhereAVersionWasWritten(NewDatabase database) {
        assertFollowedAnew(database, "1");
    }

    @ParameterizedTest
    @ArgumentsSource(Databases.class)
    void itIsFollowedAnewBecauseItHasNothingOfCustoms(NewDatabase database) {
        assertFollowedAnew(database, "3");
    }

    private void assertFollowedAnew(NewDatabase database, String version) {
        RegisterSettings settings = database.apply(folder);
        Flyway former = Flyway.configure()
                .dataSource(
                        settings.database().url(),
                        settings.database().user(),
                        settings.database().password())
                .schemas("muhr_register")
                .locations("classpath:uz/muhr/client/register")
                .target(version)
                .load();
        former.migrate();
        JdbcClient.create(former.getConfiguration().getDataSource())
                .sql("INSERT INTO \"muhr_register\".followed_block (number, hash, newest_at, transactions)"
                        + " VALUES (0, '00', TIMESTAMP '2026-11-23 10:00:00', 1)")
                .update();
        SampleDocument origin = SampleDocument.anchored("ChamberMSP", "861", "CO-1", MONDAY);
        try (Register register = Register.open(settings)) {
            assertThrows(RegisterUnavailableException.class, register::asOf);
            Filling filling = new Filling(register);
            filling.follow(0, MONDAY);
            filling.follow(1, MONDAY, origin);
            assertEquals(List.of(origin), filling.find());
        }
    }
}
