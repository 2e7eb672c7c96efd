package uz.muhr.client.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** What a command makes of the answers of a running client, and of those that are none. */
class ServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String RECEIVED = "{\"id\":\"7\",\"state\":\"RECEIVED\"}";

    private final HttpServer http;
    private final String address;
    private final Server server;

    ServerTest() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        address = "http://127.0.0.1:" + http.getAddress().getPort();
        server = new Server(new ServerAddress(address), Optional.empty(), PATIENCE);
    }

    @BeforeEach
    void start() {
        http.start();
    }

    @AfterEach
    void stop() {
        http.stop(0);
    }

    private record Found(String name, long number) {}

    @Test
    void aQuestionIsAnsweredAsTheTypeThatWasAskedFor() {
        answers("/api/things", 200, "{\"name\":\"one\",\"number\":1}");
        assertEquals(new Found("one", 1), server.get("/api/things", Map.of("number", "a b"), Found.class));
    }

    @Test
    void whatWasAcceptedIsAskedForUntilItIsSettled() {
        answers("/api/things", 202, RECEIVED);
        answers(
                "/api/submissions/7",
                200,
                "{\"id\":\"7\",\"state\":\"DONE\",\"result\":{\"name\":\"one\",\"number\":1}}");
        assertEquals(new Found("one", 1), server.read(server.settled(post()).get("result"), Found.class));
    }

    @Test
    void whatTheLedgerRefusesIsRefusedByItsCode() {
        answers("/api/things", 202, RECEIVED);
        answers(
                "/api/submissions/7",
                200,
                "{\"id\":\"7\",\"state\":\"REFUSED\",\"code\":\"NOT_ISSUER\",\"reason\":\"It is another's.\"}");
        Refusal refusal = assertThrows(Refusal.class, () -> server.settled(post()));
        assertEquals(ErrorCode.NOT_ISSUER, refusal.code());
        assertEquals("It is another's.", refusal.sentence());
    }

    @Test
    void whatIsNotSettledInTimeIsSaidToBeAcceptedAndWhereToAsk() {
        answers("/api/things", 202, RECEIVED);
        answers("/api/submissions/7", 200, RECEIVED);
        ServerUnavailableException waits = assertThrows(ServerUnavailableException.class, () -> server.settled(post()));
        assertTrue(waits.mayHaveTakenIt());
        assertEquals(
                "It is accepted and will be settled; " + address + "/api/submissions/7 says how.", waits.sentence());
    }

    @Test
    void ofAWriteWhoseAnswerIsLostNobodyKnowsWhetherItWasTaken() {
        http.createContext("/api/things", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.close();
        });
        ServerUnavailableException lost = assertThrows(ServerUnavailableException.class, this::post);
        assertTrue(lost.mayHaveTakenIt());
        assertEquals(
                "The client of Muhr at " + address
                        + " did not say whether it took this. Look, then ask again: nothing is doubled.",
                lost.sentence());
    }

    @Test
    void whatTheServerItselfSaysNoToItHasNotTaken() {
        answers("/api/things", 429, "{\"code\":\"QUEUE_FULL\",\"detail\":\"3 submissions wait already.\"}");
        ServerUnavailableException full = assertThrows(ServerUnavailableException.class, this::post);
        assertFalse(full.mayHaveTakenIt());
        assertEquals("3 submissions wait already.", full.sentence());
    }

    @Test
    void anotherProgramAtTheAddressIsNoClientOfMuhr() {
        answers("/api/things", 200, "<html>");
        answers("/api/text", 200, "\"text\"");
        answers("/api/nothing", 200, "");
        answers("/api/refusal", 404, "{}");
        for (String path : new String[] {"/api/things", "/api/text", "/api/nothing", "/api/refusal"}) {
            assertEquals(
                    "No client of Muhr answers at " + address + ". Start it with scripts/muhr serve.",
                    assertThrows(ServerUnavailableException.class, () -> server.get(path, Map.of(), Found.class))
                            .sentence(),
                    path);
        }
    }

    private Server.Answer post() {
        return server.post("/api/things", "application/json", BodyPublishers.ofString("{}"));
    }

    private void answers(String path, int status, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        http.createContext(path, exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
