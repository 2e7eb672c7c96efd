package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.network.identity.Enrolment;
import uz.muhr.network.topology.SampleTopology;

/** How much one visitor may ask and send. No ledger is needed for it. */
@TestInstance(Lifecycle.PER_CLASS)
class RequestLimitsIT {
    private static final int MOST_BYTES = 100_000;
    private static final String ASK = "/api/verifications";

    private Path folder;
    private Path profiles;
    private Door door;

    @BeforeAll
    void open(@TempDir Path temporary) {
        folder = temporary;
        Enrolment.prepare(SampleTopology.topology().onFreePorts(), folder.resolve("home"), Clock.systemUTC());
        profiles = folder.resolve("home/profiles");
        door = Door.open(
                profiles,
                "customs",
                folder.resolve("data"),
                "--muhr.limits.body=" + MOST_BYTES + "B",
                "--muhr.limits.slowest=1GB",
                "--muhr.limits.grace=3s");
    }

    @AfterAll
    void close() {
        door.close();
    }

    @Test
    void fromOneAddressSoManyVerificationsAreAnsweredUnlessItIsKnownWhoAsks() {
        try (Door strict = Door.open(profiles, "customs", folder.resolve("strict"), "--muhr.limits.verifications=5")) {
            for (int i = 0; i < 5; i++) {
                strict.send(question(strict)).refuses(400, "MALFORMED_ARGUMENT");
            }
            Reply refused = strict.send(question(strict)).refuses(429, "TOO_OFTEN");
            long wait = Long.parseLong(refused.header("Retry-After"));
            assertTrue(wait >= 1 && wait <= 12, refused.header("Retry-After"));
            strict.send(question(strict).header("X-Forwarded-For", "192.0.2.7").header("Forwarded", "for=192.0.2.8"))
                    .refuses(429, "TOO_OFTEN");
            strict.send(strict.stranger("/api/proofs/verification")
                            .header("Content-Type", Form.CONTENT_TYPE)
                            .POST(BodyPublishers.ofByteArray(Form.of().end())))
                    .refuses(429, "TOO_OFTEN");
            strict.json(ASK, "no JSON").refuses(400, "MALFORMED_ARGUMENT");
            strict.get("/api/identity").is(200);
            assertTrue(strict.get("/actuator/prometheus").text().contains("muhr_verifications_refused_total 3.0"));
        }
    }

    @Test
    void aBodyThatSaysItIsTooLongIsNotRead() throws Exception {
        assertEquals(
                "413",
                status("POST " + ASK + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 5000000000\r\nConnection: close\r\n\r\n"));
    }

    @Test
    void aBodyThatDoesNotSayHowLongItIsIsReadUpToTheMost() {
        byte[] file = new byte[MOST_BYTES + 1];
        door.form(ASK, Form.of().endWithFile(() -> new ByteArrayInputStream(file)))
                .refuses(413, "TOO_LARGE");
    }

    @Test
    void aBodyThatComesTooSlowlyIsNotWaitedFor() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(60));
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + ASK + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 50000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            long begun = System.nanoTime();
            Thread dripping = drip(out);
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertEquals("HTTP/1.1 408", answer);
            assertTrue(Duration.ofNanos(System.nanoTime() - begun).toSeconds() < 20);
            // The server closes, whether or not the rest comes.
            awaitEnd(socket, Duration.ofSeconds(20));
            dripping.interrupt();
            dripping.join();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /", "GET /?"})
    void anAddressOrAHeaderOfMoreThanEightKilobytesIsRefused(String begin) throws Exception {
        String many = "x".repeat(9000);
        assertEquals("400", status(begin + many + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        assertEquals(
                "400",
                status("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Long: " + many + "\r\n\r\n"));
    }

    @Test
    void aRequestOfMoreThanAHundredHeadersIsRefused() throws Exception {
        assertEquals(
                "400",
                status("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + "X: y\r\n".repeat(101) + "\r\n"));
    }

    /** Of somebody who does not say who it is. */
    private static HttpRequest.Builder question(Door of) {
        return of.stranger(ASK).header("Content-Type", "application/json").POST(BodyPublishers.ofString("no JSON"));
    }

    private static Thread drip(OutputStream out) {
        Thread thread = new Thread(
                () -> {
                    try {
                        while (!Thread.currentThread().isInterrupted()) {
                            out.write(' ');
                            TimeUnit.MILLISECONDS.sleep(50);
                        }
                    } catch (IOException | InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "drip");
        thread.start();
        return thread;
    }

    /** Until the server has closed it, in whichever way. */
    private static void awaitEnd(Socket socket, Duration most) throws IOException {
        socket.setSoTimeout((int) most.toMillis());
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (SocketException reset) {
            assertTrue(socket.isConnected());
        }
    }

    private String status(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(30));
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return answer.substring("HTTP/1.1 ".length());
        }
    }
}
