package uz.muhr.client.web.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import uz.muhr.client.access.AccessUnavailableException;

class FetchedTest {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private boolean away;

    private final Fetched<String> fetched =
            new Fetched<>(this::answer, Duration.ofMinutes(5), Duration.ofSeconds(10), nanos::get);

    private String answer() {
        int number = asked.incrementAndGet();
        if (away) {
            throw new AccessUnavailableException("It is away.", null);
        }
        return "answer " + number;
    }

    @Test
    void anAnswerHoldsForAsLongAsItMay() {
        assertEquals("answer 1", fetched.get());
        pass(Duration.ofMinutes(5).minusNanos(1));
        assertEquals("answer 1", fetched.get());
        pass(Duration.ofNanos(1));
        assertEquals("answer 2", fetched.get());
    }

    @Test
    void whoLacksSomethingInItHasItAskedForAgainButNotAtOnce() {
        String known = fetched.get();
        assertEquals("answer 1", fetched.after(known));
        pass(Duration.ofSeconds(10));
        assertEquals("answer 2", fetched.after(known));
        assertEquals("answer 2", fetched.after(known), "which came after what was lacking");
        assertEquals("answer 2", fetched.after("answer 2"));
        assertEquals(2, asked.get());
    }

    @Test
    void whatIsOldIsNotUsedWhileNothingNewComes() {
        fetched.get();
        away = true;
        pass(Duration.ofMinutes(5));
        assertThrows(AccessUnavailableException.class, fetched::get);
        away = false;
        pass(Duration.ofSeconds(2));
        assertEquals("answer 3", fetched.get());
    }

    @Test
    void whileItIsAwayItIsAskedOnceInTwoSeconds() {
        away = true;
        for (int i = 0; i < 100; i++) {
            assertEquals(
                    "It is away.",
                    assertThrows(AccessUnavailableException.class, fetched::get).sentence());
        }
        assertEquals(1, asked.get());
        away = false;
        pass(Duration.ofSeconds(2));
        assertEquals("answer 2", fetched.get());
    }

    @Test
    void whileItHangsOneAsksFewWaitAndTheRestIsToldSo() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger sources = new AtomicInteger();
        Fetched<String> slow = new Fetched<>(
                () -> {
                    sources.incrementAndGet();
                    begun.countDown();
                    await(hanging);
                    return "at last";
                },
                Duration.ofMinutes(5),
                Duration.ofSeconds(10),
                nanos::get);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            Future<String> first = threads.submit(slow::get);
            await(begun);
            CompletionService<String> rest = new ExecutorCompletionService<>(threads);
            for (int i = 0; i < 100; i++) {
                rest.submit(slow::get);
            }
            for (int i = 0; i < 100 - 31; i++) {
                Future<String> refused = rest.poll(30, TimeUnit.SECONDS);
                assertTrue(refused != null, "more wait than may");
                ExecutionException why = assertThrows(ExecutionException.class, refused::get);
                assertTrue(why.getCause() instanceof AccessUnavailableException, why.toString());
            }
            hanging.countDown();
            assertEquals("at last", first.get(30, TimeUnit.SECONDS));
            for (int i = 0; i < 31; i++) {
                assertEquals("at last", rest.take().get(30, TimeUnit.SECONDS));
            }
            assertEquals(1, sources.get());
        } finally {
            threads.shutdownNow();
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
