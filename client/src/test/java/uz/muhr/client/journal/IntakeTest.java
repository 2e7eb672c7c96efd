package uz.muhr.client.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uz.muhr.client.submission.Wish;

/** Those who ask while others are written share the next write. */
class IntakeTest {
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final LinkedBlockingQueue<Integer> sizes = new LinkedBlockingQueue<>();

    @AfterEach
    void end() {
        callers.shutdownNow();
    }

    @Test
    void whoeverIsAloneIsWrittenAlone() {
        try (Intake intake = new Intake(this::kept)) {
            assertEquals("A-1", number(intake.accept(wished("A-1"))));
            assertEquals("A-2", number(intake.accept(wished("A-2"))));
        }
        assertEquals(List.of(1, 1), List.copyOf(sizes));
    }

    @Test
    void whoeverComesMeanwhileIsWrittenTogetherAndEachGetsItsOwnAnswer() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Accepted>> all = new ArrayList<>();
        try (Intake intake = new Intake(wishes -> {
            first.countDown();
            awaited(go);
            return kept(wishes);
        })) {
            all.add(callers.submit(() -> intake.accept(wished("A-0"))));
            awaited(first);
            CountDownLatch asked = new CountDownLatch(20);
            for (int n = 1; n <= 20; n++) {
                Wished wished = wished("A-" + n);
                all.add(callers.submit(() -> {
                    asked.countDown();
                    return intake.accept(wished);
                }));
            }
            awaited(asked);
            go.countDown();
            for (int n = 0; n <= 20; n++) {
                assertEquals("A-" + n, number(all.get(n).get(10, TimeUnit.SECONDS)));
            }
        }
        assertEquals(21, sizes.stream().mapToInt(Integer::intValue).sum());
        assertTrue(sizes.size() < 21, () -> "each was written by itself: " + sizes);
    }

    @Test
    void neverMoreThanAreWrittenInOneTransaction() throws Exception {
        List<Future<Accepted>> all = new ArrayList<>();
        CountDownLatch go = new CountDownLatch(1);
        try (Intake intake = new Intake(wishes -> {
            awaited(go);
            return kept(wishes);
        })) {
            IntStream.range(0, 700)
                    .mapToObj(n -> wished("A-" + n))
                    .forEach(wished -> all.add(callers.submit(() -> intake.accept(wished))));
            go.countDown();
            for (Future<Accepted> each : all) {
                each.get(20, TimeUnit.SECONDS);
            }
        }
        assertEquals(700, sizes.stream().mapToInt(Integer::intValue).sum());
        assertTrue(sizes.stream().allMatch(size -> size <= 500), () -> "too many together: " + sizes);
    }

    @Test
    void aRefusalOfOneIsTheRefusalOfOne() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (Intake intake = new Intake(wishes -> {
            awaited(go);
            return wishes.stream()
                    .<Supplier<Accepted>>map(wished -> () -> {
                        if (number(wished).equals("A-1")) {
                            throw new KeyReusedException();
                        }
                        return accepted(wished);
                    })
                    .toList();
        })) {
            Future<Accepted> refused = callers.submit(() -> intake.accept(wished("A-1")));
            Future<Accepted> taken = callers.submit(() -> intake.accept(wished("A-2")));
            go.countDown();
            ExecutionException fault = assertThrows(ExecutionException.class, () -> refused.get(10, TimeUnit.SECONDS));
            assertInstanceOf(KeyReusedException.class, fault.getCause());
            assertEquals("A-2", number(taken.get(10, TimeUnit.SECONDS)));
        }
    }

    @Test
    void aDatabaseThatFailsIsToldToAllWhoWereWrittenAndTheNextIsTriedAnew() {
        List<RuntimeException> faults = new ArrayList<>(List.of(new IllegalStateException("away")));
        try (Intake intake = new Intake(wishes -> {
            if (!faults.isEmpty()) {
                throw faults.remove(0);
            }
            return kept(wishes);
        })) {
            JournalUnavailableException fault =
                    assertThrows(JournalUnavailableException.class, () -> intake.accept(wished("A-1")));
            assertEquals(
                    "The journal's database did not answer, so nobody knows whether it was accepted. Send the request again.",
                    fault.sentence());
            assertEquals("A-2", number(intake.accept(wished("A-2"))));
        }
    }

    @Test
    void nothingIsTakenInOnceItIsClosed() {
        Intake intake = new Intake(this::kept);
        intake.close();
        assertThrows(JournalUnavailableException.class, () -> intake.accept(wished("A-1")));
        assertTrue(sizes.isEmpty());
    }

    private List<Supplier<Accepted>> kept(List<Wished> wishes) {
        sizes.add(wishes.size());
        return wishes.stream()
                .<Supplier<Accepted>>map(wished -> () -> accepted(wished))
                .toList();
    }

    private static Accepted accepted(Wished wished) {
        return new Accepted(
                new Submitted(
                        SubmissionId.random(Instant.now()),
                        wished.wish(),
                        Instant.now(),
                        0,
                        new Submitted.Received(Optional.empty())),
                true);
    }

    private static Wished wished(String number) {
        return new Wished(Journals.anchor(number), Optional.empty());
    }

    private static String number(Wished wished) {
        return ((Wish.NewContent) wished.wish()).receipt().number().value();
    }

    private static String number(Accepted accepted) {
        return number(new Wished(accepted.submitted().wish(), Optional.empty()));
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
