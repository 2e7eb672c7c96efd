package uz.muhr.client.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;
import uz.muhr.client.commitment.Place;
import uz.muhr.client.register.Databases;
import uz.muhr.client.register.Databases.NewDatabase;
import uz.muhr.client.submission.Wish;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** What the journal forgets, and what it never does; the same on both databases. */
@ParameterizedClass
@ArgumentsSource(Databases.class)
class RetentionTest {
    private static final String SIGNER = "ChamberMSP/issuer";
    private static final Optional<IdempotencyKey> KEY = Optional.of(new IdempotencyKey("key-1"));
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final NewDatabase database;
    private final TestClock clock = new TestClock();

    @TempDir
    Path folder;

    private JournalSettings settings;
    private Journal journal;

    RetentionTest(NewDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        settings = Journals.settings(database, folder);
        journal = Journal.open(new JournalDatabase(settings), SIGNER, clock);
        journal.queue().alive();
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void whatIsSettledIsKeptForTheWholeTimeAndThenForgotten() {
        Submitted anchored = accept(Journals.anchor("A-1"));
        Submitted refused = accept(Journals.revocation("B-1"));
        settleAll();
        clock.advance(Journals.KEEP);
        assertFalse(journal.retention().forgetSome());
        assertTrue(journal.find(anchored.id()).isPresent());
        clock.advance(A_MOMENT);
        assertFalse(journal.retention().forgetSome(), "that was all");
        assertTrue(journal.find(anchored.id()).isEmpty());
        assertTrue(journal.find(refused.id()).isEmpty());
    }

    @Test
    void whatIsNotSettledIsNeverForgottenHoweverOld() {
        Submitted waits = accept(Journals.anchor("A-1"));
        Submitted tried = accept(Journals.anchor("A-2"));
        Claimed claimed = journal.queue().claim(Lane.LIST, 2).get(1);
        write(claimed, new Submitted.Received(Optional.of("The ledger is away.")));
        clock.advance(Journals.KEEP.multipliedBy(100));
        assertFalse(journal.retention().forgetSome());
        assertEquals("RECEIVED", journal.find(waits.id()).orElseThrow().stateName());
        assertEquals("RECEIVED", journal.find(tried.id()).orElseThrow().stateName());
        assertEquals(2, journal.count().count());
    }

    @Test
    void aKeyStandsForItsRequestAsLongAsThatIsKept() {
        Submitted first = journal.accept(Journals.revocation("A-1"), KEY).submitted();
        settleAll();
        clock.advance(Journals.KEEP);
        journal.retention().forgetSome();
        assertEquals(
                first.id(),
                journal.accept(Journals.revocation("A-1"), KEY).submitted().id());
        clock.advance(A_MOMENT);
        journal.retention().forgetSome();
        Accepted other = journal.accept(Journals.revocation("A-2"), KEY);
        assertTrue(other.fresh());
        assertNotEquals(first.id(), other.submitted().id());
    }

    @Test
    void aKeyWhoseRequestIsNotSettledStays() {
        Submitted first = journal.accept(Journals.revocation("A-1"), KEY).submitted();
        clock.advance(Journals.KEEP.multipliedBy(2));
        journal.retention().forgetSome();
        Accepted again = journal.accept(Journals.revocation("A-1"), KEY);
        assertFalse(again.fresh());
        assertEquals(first.id(), again.submitted().id());
    }

    @Test
    void aDocumentThatWasForgottenIsASubmissionOfItsOwnOnceMore() {
        accept(Journals.anchor("A-1"));
        settleAll();
        clock.advance(Journals.KEEP.plus(A_MOMENT));
        journal.retention().forgetSome();
        assertTrue(journal.accept(Journals.anchor("A-1"), Optional.empty()).fresh());
    }

    @Test
    void ofManyTheOldestAreForgottenAndNoMoreAtOnceThanIsBounded() {
        List<Submitted> all = new ArrayList<>();
        IntStream.range(0, Retention.MOST_AT_ONCE + 5).forEach(n -> {
            all.add(accept(Journals.anchor("A-" + n)));
            if (n == 4) {
                settleAll();
                clock.advance(A_MOMENT);
            }
        });
        settleAll();
        clock.advance(Journals.KEEP.plus(A_MOMENT));
        assertTrue(journal.retention().forgetSome());
        assertEquals(5, all.stream().filter(this::isKept).count());
        assertTrue(all.subList(0, 5).stream().noneMatch(this::isKept), "the oldest are gone");
        assertFalse(journal.retention().forgetSome());
        assertEquals(0, all.stream().filter(this::isKept).count());
    }

    @Test
    void anotherSignersSubmissionsAreForThatOnesClientToForget() {
        try (Journal other = Journal.open(new JournalDatabase(settings), "ChamberMSP/deputy", clock)) {
            Submitted theirs =
                    other.accept(Journals.anchor("A-1"), Optional.empty()).submitted();
            other.queue().alive();
            settleAll(other);
            clock.advance(Journals.KEEP.plus(A_MOMENT));
            journal.retention().forgetSome();
            assertTrue(other.find(theirs.id()).isPresent());
            other.retention().forgetSome();
            assertTrue(other.find(theirs.id()).isEmpty());
        }
    }

    private Submitted accept(Wish wish) {
        return journal.accept(wish, Optional.empty()).submitted();
    }

    private boolean isKept(Submitted submitted) {
        return journal.find(submitted.id()).isPresent();
    }

    private void settleAll() {
        settleAll(journal);
    }

    /** Documents are anchored, and whatever else was asked for is refused. */
    private void settleAll(Journal where) {
        for (Claimed claimed : where.queue().claim(Lane.LIST, Journals.MOST)) {
            write(
                    where,
                    claimed,
                    new Submitted.Done(clock.instant(), new Place(new TransactionId("ef".repeat(32)), 7), ""));
        }
        for (Claimed claimed : where.queue().claim(Lane.SINGLE, Journals.MOST)) {
            write(where, claimed, new Submitted.Refused(clock.instant(), new Refusal(ErrorCode.NOT_ISSUER, "No.")));
        }
    }

    private void write(Claimed claimed, Submitted.State state) {
        write(journal, claimed, state);
    }

    private void write(Journal where, Claimed claimed, Submitted.State state) {
        Submitted before = claimed.submitted();
        where.queue()
                .write(List.of(new End(
                        claimed.place(),
                        new Submitted(before.id(), before.wish(), before.received(), 1, state),
                        clock.instant())));
    }
}
