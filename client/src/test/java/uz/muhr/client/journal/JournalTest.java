package uz.muhr.client.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

/** What the journal takes in, and what it answers to the same once more; the same on both databases. */
@ParameterizedClass
@ArgumentsSource(Databases.class)
class JournalTest {
    private static final String SIGNER = "ChamberMSP/issuer";
    private static final Place PLACE = new Place(new TransactionId("ef".repeat(32)), 7);

    private final NewDatabase database;
    private final TestClock clock = new TestClock();

    @TempDir
    Path folder;

    private JournalSettings settings;
    private Journal journal;

    JournalTest(NewDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        settings = Journals.settings(database, folder);
        journal = Journal.open(new JournalDatabase(settings), SIGNER, clock);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void whatWasAcceptedIsThereAfterReopeningWithItsSalt() {
        Wish wish = Journals.anchor("A-1");
        Submitted accepted = accept(wish).submitted();
        assertEquals("RECEIVED", accepted.stateName());
        reopen();
        assertEquals(Optional.of(accepted), journal.find(accepted.id()));
        assertEquals(wish, accepted.wish());
        assertEquals(1, journal.count().count());
        assertEquals(Optional.of(clock.instant()), journal.count().oldest());
    }

    @Test
    void theSameDocumentOnceMoreIsTheSameSubmissionAndKeepsItsSalt() {
        Accepted first = accept(Journals.anchor("A-1"));
        Accepted again = accept(Journals.anchor("A-1"));
        assertTrue(first.fresh());
        assertFalse(again.fresh());
        assertEquals(first.submitted(), again.submitted());
        assertNotEquals(
                first.submitted().id(),
                accept(Journals.anchor("A-2")).submitted().id());
        assertEquals(2, journal.count().count());
    }

    @Test
    void aRefusedDocumentMayBeSubmittedOnceMore() {
        Submitted first = accept(Journals.anchor("A-1")).submitted();
        settle(new Submitted.Refused(clock.instant(), new Refusal(ErrorCode.NOT_AUTHORISED, "Not now.")));
        Submitted.Refused end = assertInstanceOf(
                Submitted.Refused.class, journal.find(first.id()).orElseThrow().state());
        assertEquals("NOT_AUTHORISED: Not now.", end.refusal().getMessage());
        Accepted again = accept(Journals.anchor("A-1"));
        assertTrue(again.fresh());
        assertNotEquals(first.id(), again.submitted().id());
    }

    @Test
    void anAnchoredDocumentAnswersWithItsWholeReceipt() {
        Submitted first = accept(Journals.anchor("A-1")).submitted();
        settle(new Submitted.Done(clock.instant(), PLACE, ""));
        Accepted again = accept(Journals.anchor("A-1"));
        assertFalse(again.fresh());
        assertEquals("ANCHORED", again.submitted().stateName());
        assertEquals(
                Optional.of(((Wish.NewContent) first.wish()).receipt().anchoredAt(PLACE)),
                again.submitted().receipt());
        assertEquals(0, journal.count().count());
    }

    @Test
    void aChangeAskedForTwiceIsTwoSubmissionsOfWhichTheLedgerRefusesOne() {
        Submitted first = accept(Journals.revocation("A-1")).submitted();
        Submitted second = accept(Journals.revocation("A-1")).submitted();
        assertNotEquals(first.id(), second.id());
    }

    @Test
    void anIdempotencyKeyStandsForOneRequestAndForItsEnd() {
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("key-1"));
        Accepted first = journal.accept(Journals.revocation("A-1"), key);
        settle(new Submitted.Done(clock.instant(), PLACE, "answer"));
        Accepted again = journal.accept(Journals.revocation("A-1"), key);
        assertFalse(again.fresh());
        assertEquals(first.submitted().id(), again.submitted().id());
        assertEquals(
                new Submitted.Done(clock.instant(), PLACE, "answer"),
                again.submitted().state());
        assertThrows(KeyReusedException.class, () -> journal.accept(Journals.revocation("A-2"), key));
        assertThrows(KeyReusedException.class, () -> journal.accept(Journals.anchor("A-1"), key));
        assertEquals(0, journal.count().count());
    }

    @Test
    void aKeyThatCameLaterStandsForTheDocumentToo() {
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("key-1"));
        Submitted first = accept(Journals.anchor("A-1")).submitted();
        assertEquals(first, journal.accept(Journals.anchor("A-1"), key).submitted());
        assertThrows(KeyReusedException.class, () -> journal.accept(Journals.anchor("A-2"), key));
    }

    @Test
    void anotherSignerHasKeysAndSubmissionsOfItsOwn() {
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("key-1"));
        Submitted first = journal.accept(Journals.anchor("A-1"), key).submitted();
        try (Journal other = Journal.open(new JournalDatabase(settings), "ChamberMSP/deputy", clock)) {
            assertTrue(other.find(first.id()).isEmpty());
            assertTrue(other.accept(Journals.anchor("A-2"), key).fresh());
            assertTrue(other.accept(Journals.anchor("A-1"), Optional.empty()).fresh());
            assertEquals(2, other.count().count());
        }
        assertEquals(1, journal.count().count());
    }

    @Test
    void beyondTheBoundNothingIsKept() {
        IntStream.range(0, Journals.MOST).forEach(n -> accept(Journals.revocation("A-" + n)));
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("key-1"));
        QueueFullException full =
                assertThrows(QueueFullException.class, () -> journal.accept(Journals.anchor("B-1"), key));
        assertEquals(Journals.MOST, full.most());
        assertEquals(Journals.MOST, journal.count().count());
        journal.queue().alive();
        settle(new Submitted.Done(clock.instant(), PLACE, ""));
        assertTrue(journal.accept(Journals.anchor("B-2"), key).fresh(), "the key was not kept either");
    }

    @Test
    void ofManyAtOnceForOneDocumentOneIsFresh() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            List<Future<Accepted>> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                all.add(callers.submit(() -> accept(Journals.anchor("A-1"))));
            }
            int fresh = 0;
            for (Future<Accepted> each : all) {
                fresh += each.get().fresh() ? 1 : 0;
            }
            assertEquals(1, fresh);
            assertEquals(1, journal.count().count());
        } finally {
            callers.shutdownNow();
        }
    }

    private Accepted accept(Wish wish) {
        return journal.accept(wish, Optional.empty());
    }

    /** Whatever is first. */
    private void settle(Submitted.State state) {
        journal.queue().alive();
        for (Lane lane : Lane.values()) {
            for (Claimed claimed : journal.queue().claim(lane, 1)) {
                Submitted before = claimed.submitted();
                journal.queue()
                        .write(List.of(new End(
                                claimed.place(),
                                new Submitted(before.id(), before.wish(), before.received(), 1, state),
                                clock.instant())));
                journal.settled();
            }
        }
    }

    private void reopen() {
        journal.close();
        journal = Journal.open(new JournalDatabase(settings), SIGNER, clock);
    }
}
