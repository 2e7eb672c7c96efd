package uz.muhr.client.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;
import uz.muhr.client.register.Databases;
import uz.muhr.client.register.Databases.NewDatabase;
import uz.muhr.client.submission.Sendings.Sending;
import uz.muhr.client.submission.Wish;
import uz.muhr.protocol.identifier.TransactionId;

/** What a process takes in it works off itself, and only as much as it can; the same on both databases. */
@ParameterizedClass
@ArgumentsSource(Databases.class)
class HandedTest {
    private static final String SIGNER = "ChamberMSP/issuer";
    private static final TransactionId TRANSACTION = new TransactionId("ef".repeat(32));

    private final NewDatabase database;
    private final TestClock clock = new TestClock();

    @TempDir
    Path folder;

    private Journal one;
    private Journal two;

    HandedTest(NewDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        JournalSettings settings = Journals.settings(database, folder);
        one = Journal.open(new JournalDatabase(settings), SIGNER, clock);
        two = Journal.open(new JournalDatabase(settings), SIGNER, clock);
        // Whoever opens a file takes everybody else for gone.
        one.queue().alive();
        one.queue().handOn(Map.of(Lane.LIST, 3, Lane.SINGLE, 1));
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    @Test
    void whoeverTakesInIsHandedAsManyAsThereIsRoomForAndOthersFindTheRest() {
        accept(anchors(1, 5));
        assertEquals(List.of("A-4", "A-5"), Journals.numbers(two.queue().claim(Lane.LIST, 500)));
        assertEquals(List.of("A-1", "A-2", "A-3"), Journals.numbers(one.queue().claim(Lane.LIST, 500)));
        assertEquals(List.of(), one.queue().claim(Lane.LIST, 500));
    }

    @Test
    void thereIsRoomAgainForWhatWasTaken() {
        accept(anchors(1, 3));
        assertEquals(List.of("A-1", "A-2"), Journals.numbers(one.queue().claim(Lane.LIST, 2)));
        accept(anchors(4, 6));
        assertEquals(List.of("A-6"), Journals.numbers(two.queue().claim(Lane.LIST, 500)));
        assertEquals(List.of("A-3", "A-4", "A-5"), Journals.numbers(one.queue().claim(Lane.LIST, 500)));
    }

    @Test
    void eachLaneHasARoomOfItsOwn() {
        accept(anchors(1, 3));
        accept(Journals.revocation("B-1"), Journals.revocation("B-2"));
        assertEquals(1, two.queue().claim(Lane.SINGLE, 5).size());
        assertEquals(1, one.queue().claim(Lane.SINGLE, 5).size());
    }

    @Test
    void whoIsBusyWithWhatHeIsHandedStillLooksAtWhatWaits() {
        accept(anchors(1, 4));
        List<String> first = Journals.numbers(one.queue().claim(Lane.LIST, 1));
        List<String> second = Journals.numbers(one.queue().claim(Lane.LIST, 1));
        assertNotEquals(first, second);
        assertEquals(
                List.of("A-1", "A-4"),
                List.of(first.get(0), second.get(0)).stream().sorted().toList());
    }

    @Test
    void whatIsAboutTheSameThingAsOneThatWaitsIsNotHandedOn() {
        accept(Journals.anchor("A-1"), Journals.revocation("A-1"));
        assertEquals(List.of(), one.queue().claim(Lane.SINGLE, 5));
        assertEquals(List.of(), two.queue().claim(Lane.SINGLE, 5));
        assertEquals(List.of("A-1"), Journals.numbers(one.queue().claim(Lane.LIST, 500)));
    }

    @Test
    void whatWasHandedOnIsFreeForOthersOnceItsProcessIsGone() {
        accept(anchors(1, 2));
        assertEquals(List.of(), two.queue().claim(Lane.LIST, 500));
        clock.advance(Duration.ofSeconds(21));
        two.queue().alive();
        assertEquals(List.of("A-1", "A-2"), Journals.numbers(two.queue().claim(Lane.LIST, 500)));
        List<Claimed> late = one.queue().claim(Lane.LIST, 500);
        Sending sending = new Sending(TRANSACTION, "", clock.instant());
        List<Long> places = late.stream().map(Claimed::place).toList();
        assertEquals(2, places.size());
        assertThrows(ClaimLostException.class, () -> one.queue().notes().sending(places, sending));
    }

    @Test
    void whoLostItsClaimDoesNotGiveBackWhatAnotherHas() {
        accept(anchors(1, 1));
        Claimed late = one.queue().claim(Lane.LIST, 500).get(0);
        clock.advance(Duration.ofSeconds(21));
        two.queue().alive();
        assertEquals(1, two.queue().claim(Lane.LIST, 500).size());
        one.queue().write(List.of(new End(late.place(), late.submitted(), clock.instant())));
        one.queue().alive();
        assertEquals(List.of(), one.queue().claim(Lane.LIST, 500));
    }

    @Test
    void whatDidNotFitIntoTheQueueIsNotHandedOn() {
        List<Wish> all = List.of(anchors(1, Journals.MOST + 1));
        int refused = 0;
        for (Wish wish : all) {
            try {
                one.accept(wish, Optional.empty());
            } catch (QueueFullException e) {
                refused++;
            }
        }
        assertEquals(1, refused);
        assertEquals(Journals.MOST, one.count().count());
    }

    private void accept(Wish... wishes) {
        for (Wish wish : wishes) {
            one.accept(wish, Optional.empty());
        }
    }

    private static Wish[] anchors(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(n -> Journals.anchor("A-" + n))
                .toArray(Wish[]::new);
    }
}
