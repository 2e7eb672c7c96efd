package uz.muhr.network.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import uz.muhr.network.topology.FreePorts;

final class RetryTest {
    @Test
    void whatSucceedsInTheEndSucceeds() {
        AtomicInteger attempts = new AtomicInteger();
        assertEquals("done", new Retry(Duration.ofSeconds(20)).until("It could not be done", () -> {
                    if (attempts.incrementAndGet() < 3) {
                        throw new IOException("not yet");
                    }
                    return "done";
                }));
    }

    @Test
    void atTheDeadlineTheLastReasonIsGiven() {
        NetworkException late = assertThrows(
                NetworkException.class, () -> new Retry(Duration.ZERO).until("It could not be done", () -> {
                    throw new NetworkException("the reason.");
                }));
        assertEquals("It could not be done within 0 s: the reason.", late.getMessage());
    }

    @Test
    void aPortSomebodyListensOnIsFoundAndAnotherIsNot() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            new Retry(Duration.ofSeconds(20)).untilListening("The peer", socket.getLocalPort());
        }
        int silent = FreePorts.take(1).iterator().next();
        NetworkException late =
                assertThrows(NetworkException.class, () -> new Retry(Duration.ZERO).untilListening("The peer", silent));
        assertTrue(
                String.valueOf(late.getMessage()).startsWith("The peer does not listen on port " + silent),
                late::getMessage);
    }

    @Test
    void anInterruptedWaitEndsAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        assertThrows(NetworkException.class, () -> new Retry(Duration.ofSeconds(20)).until("x", () -> {
            throw new IOException("not yet");
        }));
        assertTrue(Thread.interrupted());
    }
}
