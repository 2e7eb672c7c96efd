package uz.muhr.client.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.muhr.client.register.Databases;
import uz.muhr.client.register.Databases.NewDatabase;
import uz.muhr.client.submission.Wish;
import uz.muhr.client.submission.WishText;

/** A journal that the first version made: it holds salts, so nothing of it may be lost. */
class FormerJournalTest {
    private static final String SIGNER = "ChamberMSP/issuer";

    /** As that version made them. */
    private static final SubmissionId WAITING = new SubmissionId("0f8fad5b-d9cb-469f-a165-70867728950e");

    private static final SubmissionId REFUSED = new SubmissionId("7c9e6679-7425-40de-944b-e07fc1f90ae7");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ArgumentsSource(Databases.class)
    void whatWaitedInItStillWaitsAndWhatWasSettledStaysSettled(NewDatabase database) {
        JournalSettings settings = Journals.settings(database, folder);
        Wish waiting = Journals.anchor("A-1");
        Flyway former = Flyway.configure()
                .dataSource(
                        settings.database().url(),
                        settings.database().user(),
                        settings.database().password())
                .schemas("muhr_journal")
                .locations("classpath:uz/muhr/client/journal")
                .target("1")
                .load();
        former.migrate();
        JdbcClient tables = JdbcClient.create(former.getConfiguration().getDataSource());
        insert(tables, WAITING, waiting, "RECEIVED");
        insert(tables, REFUSED, Journals.revocation("B-1"), "REFUSED");
        try (Journal journal = Journal.open(new JournalDatabase(settings), SIGNER, new TestClock())) {
            assertEquals(1, journal.count().count());
            assertEquals(waiting, journal.find(WAITING).orElseThrow().wish());
            assertEquals("REFUSED", journal.find(REFUSED).orElseThrow().stateName());
            List<Claimed> claimed = journal.queue().claim(Lane.LIST, 500);
            assertEquals(
                    List.of(WAITING),
                    claimed.stream().map(each -> each.submitted().id()).toList());
            assertEquals(List.of(), journal.queue().claim(Lane.SINGLE, 500));
            assertEquals(
                    WAITING,
                    journal.accept(Journals.anchor("A-1"), Optional.empty())
                            .submitted()
                            .id());
        }
    }

    private static void insert(JdbcClient tables, SubmissionId id, Wish wish, String state) {
        boolean refused = state.equals("REFUSED");
        tables.sql(
                        "INSERT INTO \"muhr_journal\".submission (id, signer, lane, subject, wish, only_one, state, attempts,"
                                + " received_at, due_at, settled_at, code, sentence) VALUES (?, ?, ?, ?, ?, ?, ?, 0,"
                                + " TIMESTAMP '2026-11-23 10:00:00', TIMESTAMP '2026-11-23 10:00:00', "
                                + (refused ? "TIMESTAMP '2026-11-23 10:00:01'" : "NULL") + ", ?, ?)")
                .param(id.value())
                .param(SIGNER)
                .param(Lane.of(wish).name())
                .param(wish.subject())
                .param(WishText.write(wish))
                .param(wish instanceof Wish.NewContent ? WishText.digest(wish) : null)
                .param(state)
                .param(refused ? "STALE_SEQUENCE" : null)
                .param(refused ? "Another came first." : null)
                .update();
    }
}
