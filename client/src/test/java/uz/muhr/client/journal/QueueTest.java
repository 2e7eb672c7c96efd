package uz.muhr.client.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import uz.muhr.client.submission.Sendings.Sending;
import uz.muhr.client.submission.Wish;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.refusal.Refusal;

/** How several processes work off one journal; the same on both databases. */
@ParameterizedClass
@ArgumentsSource(Databases.class)
class QueueTest {
    private static final String SIGNER = "ChamberMSP/issuer";
    private static final TransactionId TRANSACTION = new TransactionId("ef".repeat(32));

    private final NewDatabase database;
    private final TestClock clock = new TestClock();

    @TempDir
    Path folder;

    private JournalSettings settings;
    private Journal one;
    private Journal two;

    QueueTest(NewDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        settings = Journals.settings(database, folder);
        one = Journal.open(new JournalDatabase(settings), SIGNER, clock);
        two = Journal.open(new JournalDatabase(settings), SIGNER, clock);
        one.queue().alive();
        two.queue().alive();
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    @Test
    void theOldestComeFirstAndAsManyAsAreAskedFor() {
        accept(Journals.anchor("A-1"), Journals.revocation("B-1"), Journals.anchor("A-2"), Journals.anchor("A-3"));
        assertEquals(List.of("A-1", "A-2"), Journals.numbers(one.queue().claim(Lane.LIST, 2)));
        assertEquals(List.of("A-3"), Journals.numbers(one.queue().claim(Lane.LIST, 500)));
        assertEquals(1, one.queue().claim(Lane.SINGLE, 5).size());
        assertEquals(List.of(), one.queue().claim(Lane.SINGLE, 5));
    }

    @Test
    void whatOneProcessClaimedTheOtherLeavesAlone() {
        accept(Journals.anchor("A-1"), Journals.anchor("A-2"));
        assertEquals(List.of("A-1"), Journals.numbers(one.queue().claim(Lane.LIST, 1)));
        assertEquals(List.of("A-2"), Journals.numbers(two.queue().claim(Lane.LIST, 500)));
    }

    @Test
    void ofWishesAboutOneDocumentEachWaitsForThoseBefore() {
        accept(Journals.anchor("A-1"), Journals.revocation("A-1"), Journals.revocation("A-1"));
        assertEquals(List.of(), one.queue().claim(Lane.SINGLE, 5));
        List<Claimed> anchor = one.queue().claim(Lane.LIST, 500);
        assertEquals(List.of(), two.queue().claim(Lane.SINGLE, 5));
        settle(anchor.get(0));
        List<Claimed> first = two.queue().claim(Lane.SINGLE, 5);
        assertEquals(1, first.size());
        assertEquals(List.of(), one.queue().claim(Lane.SINGLE, 5));
        settle(first.get(0));
        assertEquals(1, one.queue().claim(Lane.SINGLE, 5).size());
    }

    @Test
    void whatAProcessClaimedIsFreeOnceItIsNoLongerAlive() {
        accept(Journals.anchor("A-1"));
        assertEquals(1, one.queue().claim(Lane.LIST, 500).size());
        clock.advance(Duration.ofSeconds(15));
        two.queue().alive();
        assertEquals(List.of(), two.queue().claim(Lane.LIST, 500));
        clock.advance(Duration.ofSeconds(6));
        assertEquals(List.of("A-1"), Journals.numbers(two.queue().claim(Lane.LIST, 500)));
    }

    @Test
    void whoLeavesGivesBackAtOnce() {
        accept(Journals.anchor("A-1"));
        assertEquals(1, one.queue().claim(Lane.LIST, 500).size());
        one.queue().leave();
        assertEquals(List.of("A-1"), Journals.numbers(two.queue().claim(Lane.LIST, 500)));
    }

    @Test
    void whoeverOpensTheJournalOfAnotherSignerLeavesTheClaimsOfThisOneAlone() {
        accept(Journals.anchor("A-1"));
        assertEquals(1, one.queue().claim(Lane.LIST, 500).size());
        Journal.open(new JournalDatabase(settings), "ChamberMSP/registrar", clock)
                .close();
        assertEquals(List.of(), two.queue().claim(Lane.LIST, 500));
    }

    @Test
    void whoLostItsClaimSendsNothingMore() {
        accept(Journals.revocation("A-1"));
        Claimed late = one.queue().claim(Lane.SINGLE, 1).get(0);
        clock.advance(Duration.ofSeconds(30));
        two.queue().alive();
        assertEquals(1, two.queue().claim(Lane.SINGLE, 1).size());
        List<Long> places = List.of(late.place());
        Sending sending = new Sending(TRANSACTION, "", clock.instant());
        assertThrows(ClaimLostException.class, () -> one.queue().notes().sending(places, sending));
    }

    @Test
    void whatWasSentIsKnownToWhoeverTakesOverUntilItIsKnownToBeInvalid() {
        accept(Journals.anchor("A-1"));
        Claimed claimed = one.queue().claim(Lane.LIST, 500).get(0);
        Sending sending = new Sending(TRANSACTION, "what the contract said", clock.instant());
        one.queue().notes().sending(List.of(claimed.place()), sending);
        one.queue().leave();
        Claimed taken = two.queue().claim(Lane.LIST, 500).get(0);
        assertEquals(List.of(sending), taken.sendings().open());
        two.queue().notes().invalid(List.of(claimed.place()), TRANSACTION);
        two.queue().leave();
        one.queue().alive();
        assertEquals(
                List.of(), one.queue().claim(Lane.LIST, 500).get(0).sendings().open());
    }

    @Test
    void whatIsPutOffIsNotDueBeforeItsTime() {
        accept(Journals.anchor("A-1"));
        Claimed claimed = one.queue().claim(Lane.LIST, 500).get(0);
        write(claimed, new Submitted.Received(Optional.of("The ledger is away.")), Duration.ofSeconds(3));
        assertEquals(List.of(), one.queue().claim(Lane.LIST, 500));
        clock.advance(Duration.ofSeconds(3));
        Submitted again = one.queue().claim(Lane.LIST, 500).get(0).submitted();
        assertEquals(1, again.attempts());
        assertEquals(new Submitted.Received(Optional.of("The ledger is away.")), again.state());
    }

    @Test
    void anEndIsFinalThoughAnotherProcessWritesLate() {
        accept(Journals.anchor("A-1"));
        Claimed claimed = one.queue().claim(Lane.LIST, 500).get(0);
        settle(claimed);
        write(claimed, new Submitted.Received(Optional.of("late")), Duration.ZERO);
        assertEquals(
                "ANCHORED", two.find(claimed.submitted().id()).orElseThrow().stateName());
    }

    @Test
    void theFirstEndStandsWhenAnotherProcessTookOverAndSettledItToo() {
        accept(Journals.anchor("A-1"), Journals.anchor("A-2"));
        List<Claimed> late = one.queue().claim(Lane.LIST, 500);
        clock.advance(Duration.ofSeconds(30));
        two.queue().alive();
        Claimed taken = two.queue().claim(Lane.LIST, 1).get(0);
        two.queue().write(List.of(end(taken, done(7), Duration.ZERO)));
        one.queue()
                .write(late.stream()
                        .map(each -> end(each, done(9), Duration.ZERO))
                        .toList());
        assertEquals(
                List.of(done(7), done(9)),
                late.stream()
                        .map(each ->
                                two.find(each.submitted().id()).orElseThrow().state())
                        .toList());
        assertEquals(0, two.count().count());
    }

    @Test
    void whatIsRefusedMayBeAskedForAgainAndWhatIsDoneIsTheSame() {
        accept(Journals.anchor("A-1"), Journals.anchor("A-2"));
        List<Claimed> claimed = one.queue().claim(Lane.LIST, 500);
        Refusal refusal = Refusal.malformed("The ledger does not take it.");
        write(claimed.get(0), new Submitted.Refused(clock.instant(), refusal), Duration.ZERO);
        settle(claimed.get(1));
        assertTrue(one.accept(Journals.anchor("A-1"), Optional.empty()).fresh());
        assertFalse(one.accept(Journals.anchor("A-2"), Optional.empty()).fresh());
    }

    @Test
    void ofSeveralThatClaimAtOnceNobodyIsGivenWhatAnotherHas() throws Exception {
        IntStream.range(0, 300).forEach(n -> accept(Journals.anchor("A-" + n)));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<Long>>> all = new ArrayList<>();
            for (Journal journal : List.of(one, two, one, two)) {
                all.add(threads.submit(() -> claimAll(journal.queue())));
            }
            List<Long> claimed = new ArrayList<>();
            for (Future<List<Long>> each : all) {
                claimed.addAll(each.get());
            }
            claimed.addAll(claimAll(one.queue()));
            assertEquals(300, claimed.size());
            assertEquals(300, Set.copyOf(claimed).size());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Until there is nothing left that nobody else is about to claim. */
    private static List<Long> claimAll(Queue queue) {
        List<Long> places = new ArrayList<>();
        List<Claimed> some;
        do {
            // Nobody waits for the next look here.
            queue.hand(List.of(), Set.of(Lane.LIST));
            some = queue.claim(Lane.LIST, 20);
            some.forEach(claimed -> places.add(claimed.place()));
        } while (!some.isEmpty());
        return places;
    }

    @Test
    void aLongQueueIsClaimedFromAsFastAsAShortOne() {
        IntStream.range(0, 900).forEach(n -> accept(Journals.anchor("A-" + n), Journals.revocation("A-" + n)));
        Set<String> claimed = new HashSet<>();
        assertTimeout(
                Duration.ofSeconds(10),
                () -> claimed.addAll(Journals.numbers(one.queue().claim(Lane.LIST, 500))));
        assertEquals(500, claimed.size());
    }

    private void accept(Wish... wishes) {
        for (Wish wish : wishes) {
            one.accept(wish, Optional.empty());
        }
        one.count();
    }

    private void settle(Claimed claimed) {
        write(claimed, done(1), Duration.ZERO);
    }

    private Submitted.Done done(long block) {
        return new Submitted.Done(clock.instant(), new Place(TRANSACTION, block), "");
    }

    private void write(Claimed claimed, Submitted.State state, Duration until) {
        one.queue().write(List.of(end(claimed, state, until)));
    }

    private End end(Claimed claimed, Submitted.State state, Duration until) {
        Submitted before = claimed.submitted();
        return new End(
                claimed.place(),
                new Submitted(before.id(), before.wish(), before.received(), before.attempts() + 1, state),
                clock.instant().plus(until));
    }
}
