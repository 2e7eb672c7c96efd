package uz.muhr.network.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uz.muhr.network.conformance.fixture.Client;
import uz.muhr.network.conformance.fixture.Conformance;
import uz.muhr.network.conformance.fixture.TestedNetwork;

@Conformance
final class ContentionIT {
    private static final int CLIENTS = 50;

    private final List<Client> clients = new ArrayList<>();

    ContentionIT(TestedNetwork network) {
        for (int i = 0; i < CLIENTS; i++) {
            var organisation = network.topology().organisations().get(i % 4);
            clients.add(network.client(
                    organisation.mspId(), organisation.users().get(0).name()));
        }
    }

    private <T> List<T> atOnce(Callable<T>[] work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<T>> started = Arrays.stream(work)
                    .map(each -> threads.submit(() -> {
                        start.await();
                        return each.call();
                    }))
                    .toList();
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> each : started) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void ofFiftyClientsThatCreateTheSameKeyExactlyOneSucceeds() throws Exception {
        for (int round = 0; round < 3; round++) {
            String key = "contended-" + UUID.randomUUID();
            Callable<String>[] work = new Callable[CLIENTS];
            for (int i = 0; i < CLIENTS; i++) {
                Client client = clients.get(i);
                String value = "of " + i;
                work[i] = () -> create(client, key, value);
            }
            List<String> winners =
                    atOnce(work).stream().filter(each -> !each.isEmpty()).toList();
            assertEquals(1, winners.size());
            assertEquals(winners.get(0), clients.get(0).evaluate("get", key));
        }
    }

    private static String create(Client client, String key, String value) throws Exception {
        try {
            Transaction transaction = client.endorse("create", key, value);
            TxValidationCode code = client.commit(transaction);
            if (code == TxValidationCode.VALID) {
                return value;
            }
            assertEquals(TxValidationCode.MVCC_READ_CONFLICT, code);
            return "";
        } catch (EndorseException e) {
            // Endorsed when the key was there already, or by peers of which some had committed it and some had not.
            return "";
        }
    }

    @Test
    @Tag("long")
    @SuppressWarnings({"unchecked", "rawtypes"})
    void figuresOfAnIdleMachineAreShown() throws Exception {
        int each = 60;
        Callable<Integer>[] work = new Callable[CLIENTS];
        AtomicInteger numbers = new AtomicInteger();
        for (int i = 0; i < CLIENTS; i++) {
            Client client = clients.get(i);
            work[i] = () -> {
                for (int j = 0; j < each; j++) {
                    client.submit("create", "load-" + numbers.getAndIncrement(), "x");
                }
                return each;
            };
        }
        atOnce(work);
        long begin = System.nanoTime();
        atOnce(work);
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf("figure: %d clients, %.0f transactions/s%n", CLIENTS, CLIENTS * each / seconds);

        long[] times = new long[200];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            clients.get(0).submit("create", "lone-" + numbers.getAndIncrement(), "x");
            times[i] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        double median = times[times.length / 2] / 1e6;
        System.out.printf(
                "figure: one client p50 %.1f ms, p99 %.1f ms%n", median, times[times.length * 99 / 100] / 1e6);
        assertTrue(median < 200, "median " + median + " ms");
    }
}
