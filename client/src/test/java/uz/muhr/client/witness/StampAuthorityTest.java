package uz.muhr.client.witness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.protocol.refusal.Refusal;

/** An authority that answers as it should, and everything that one might answer instead. */
class StampAuthorityTest {
    private static final String REPLY = "application/timestamp-reply";
    private static final byte[] IMPRINT = new byte[32];

    private final TestTsa tsa = new TestTsa();
    private final List<byte[]> asked = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server = unused();

    @BeforeEach
    void aServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void itEnds() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aStampIsOfTheHashThatWasSent() throws Exception {
        at("/", exchange -> answer(exchange, 200, REPLY, tsa.answer(query(exchange))));
        TimeStampToken token =
                new TimeStampToken(new CMSSignedData(authority("/").stamp(IMPRINT)));
        assertArrayEquals(IMPRINT, token.getTimeStampInfo().getMessageImprintDigest());
        TimeStampRequest request = new TimeStampRequest(asked.get(0));
        assertTrue(request.getCertReq());
        assertNotNull(request.getNonce());
        assertEquals(request.getNonce(), token.getTimeStampInfo().getNonce());
    }

    @Test
    void eachRequestHasItsOwnNonce() throws Exception {
        at("/", exchange -> answer(exchange, 200, REPLY, tsa.answer(query(exchange))));
        authority("/").stamp(IMPRINT);
        authority("/").stamp(IMPRINT);
        assertNotEquals(new TimeStampRequest(asked.get(0)).getNonce(), new TimeStampRequest(asked.get(1)).getNonce());
    }

    @Test
    void anEarlierAnswerIsNotTaken() throws Exception {
        at("/", exchange -> answer(exchange, 200, REPLY, tsa.answer(first(query(exchange)))));
        authority("/").stamp(IMPRINT);
        fails("/", "no answer to what was asked");
    }

    @Test
    void aStampOfAnotherHashIsNotTaken() {
        at("/", exchange -> {
            byte[] query = query(exchange);
            // The imprint is 32 zeros in a row; nothing else in the request is.
            for (int i = 0; i + 32 <= query.length; i++) {
                if (Arrays.equals(Arrays.copyOfRange(query, i, i + 32), IMPRINT)) {
                    query[i] = 1;
                    break;
                }
            }
            answer(exchange, 200, REPLY, tsa.answer(query));
        });
        fails("/", "no answer to what was asked");
    }

    @Test
    void aRefusalIsSaid() {
        at("/", exchange -> answer(exchange, 200, REPLY, tsa.refusal()));
        fails("/", "closed today");
    }

    @Test
    void noRedirectIsFollowed() {
        at("/there", exchange -> answer(exchange, 200, REPLY, tsa.answer(query(exchange))));
        at("/here", exchange -> {
            exchange.getResponseHeaders().add("Location", "/there");
            answer(exchange, 307, REPLY, new byte[0]);
        });
        fails("/here", "307");
        assertTrue(asked.isEmpty());
    }

    @Test
    void anotherStatusOrTypeIsNotTaken() {
        at("/status", exchange -> answer(exchange, 500, REPLY, tsa.answer(query(exchange))));
        at("/type", exchange -> answer(exchange, 200, "text/html", tsa.answer(query(exchange))));
        fails("/status", "500");
        fails("/type", "another type");
    }

    @Test
    void whatIsNoAnswerIsNotTaken() {
        at("/nothing", exchange -> answer(exchange, 200, REPLY, new byte[0]));
        at("/words", exchange -> answer(exchange, 200, REPLY, "stamped".getBytes(StandardCharsets.US_ASCII)));
        at("/sequence", exchange -> answer(exchange, 200, REPLY, new byte[] {0x30, 0}));
        fails("/nothing", "answer");
        fails("/words", "answer");
        fails("/sequence", "answer");
    }

    @Test
    void aLongAnswerIsNotReadToItsEnd() {
        at("/", exchange -> answer(exchange, 200, REPLY, new byte[8 << 20]));
        fails("/", "more than");
    }

    @Test
    void aSlowAnswerIsNotWaitedFor() {
        at("/silent", exchange -> await());
        at("/halting", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", REPLY);
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            body.write(new byte[10]);
            body.flush();
            await();
        });
        StampAuthority hasty = new StampAuthority(url("/silent"), Duration.ofMillis(300), new SecureRandom());
        assertThrows(StampUnavailableException.class, () -> hasty.stamp(IMPRINT));
        StampAuthority halting = new StampAuthority(url("/halting"), Duration.ofMillis(300), new SecureRandom());
        assertThrows(StampUnavailableException.class, () -> halting.stamp(IMPRINT));
    }

    @Test
    void nobodyThereIsSaidInOneSentence() {
        String address = url("/");
        server.stop(0);
        StampAuthority gone = new StampAuthority(address, Duration.ofSeconds(5), new SecureRandom());
        StampUnavailableException fault = assertThrows(StampUnavailableException.class, () -> gone.stamp(IMPRINT));
        assertTrue(fault.sentence().contains("127.0.0.1"), fault.sentence());
        assertTrue(fault.sentence().endsWith("."), fault.sentence());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://tsa.example/",
                "http://127.0.0.1.example/",
                "http://127.0.0.1@tsa.example/",
                "https://name:secret@tsa.example/",
                "ftp://127.0.0.1/",
                "https:///tsa",
                "file:///etc/passwd",
                "127.0.0.1:80",
                "not a URL",
                ""
            })
    void onlyHttpsOrThisComputerIsAsked(String address) {
        assertThrows(
                Refusal.class, () -> new StampAuthority(address, Duration.ofSeconds(1), new SecureRandom()), address);
    }

    private interface Handling {
        void handle(HttpExchange exchange) throws IOException;
    }

    private void at(String path, Handling handling) {
        server.createContext(path, exchange -> {
            try (exchange) {
                handling.handle(exchange);
            }
        });
    }

    private byte[] query(HttpExchange exchange) throws IOException {
        assertEquals("application/timestamp-query", exchange.getRequestHeaders().getFirst("Content-Type"));
        byte[] query = exchange.getRequestBody().readAllBytes();
        asked.add(query.clone());
        return query;
    }

    private byte[] first(byte[] query) {
        return asked.isEmpty() ? query : asked.get(0);
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fails(String path, String says) {
        StampUnavailableException fault = assertThrows(
                StampUnavailableException.class, () -> authority(path).stamp(IMPRINT));
        assertTrue(fault.sentence().contains(says), fault.sentence());
    }

    private StampAuthority authority(String path) {
        return new StampAuthority(url(path), Duration.ofSeconds(10), new SecureRandom());
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static HttpServer unused() {
        try {
            return HttpServer.create();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
