package uz.muhr.client.web;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import uz.muhr.client.Client;
import uz.muhr.client.access.TestKey;

/**
 * Clients that submit as fast as they are answered, to a server that is killed meanwhile; and all that was acknowledged to
 * them, over all its lives.
 */
final class CrashLoad {
    private static final int CLIENTS = 3;

    /** One in so many numbers is wanted for two documents at once, of which the ledger takes one. */
    private static final int CONTESTED = 10;

    /** A write that was answered 202: the submission's id, and the document that it is about. */
    record Acknowledged(String id, String document) {}

    private final Queue<Acknowledged> documents = new ConcurrentLinkedQueue<>();
    private final Queue<Acknowledged> revocations = new ConcurrentLinkedQueue<>();
    private final Queue<String> notRevoked = new ConcurrentLinkedQueue<>();
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    List<Acknowledged> documents() {
        return List.copyOf(documents);
    }

    List<Acknowledged> revocations() {
        return List.copyOf(revocations);
    }

    /** Whether somebody asked for a revocation and was killed off before an answer: it may have been accepted or not. */
    boolean mayBeRevoked(String document) {
        return unanswered.contains(document);
    }

    /** Clients that go on until the server answers no more, which ends them. */
    final class Clients {
        private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        private final CountDownLatch first = new CountDownLatch(1);
        private final List<Future<?>> all = new ArrayList<>();

        Clients(String address) {
            for (int i = 0; i < CLIENTS; i++) {
                all.add(threads.submit(() -> submitUntilItDies(URI.create(address), first)));
            }
        }

        /** Waits until one of them was acknowledged something. */
        void awaitFirst() throws InterruptedException {
            if (!first.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("Nothing is accepted");
            }
        }

        void awaitTheirEnd() throws Exception {
            for (Future<?> each : all) {
                each.get();
            }
            threads.shutdown();
        }
    }

    private void submitUntilItDies(URI server, CountDownLatch first) {
        try {
            for (int n = 1; ; n++) {
                String number = Client.newNumber();
                // Of two under one number the revocation is asked for once.
                notRevoked.add(submit(server, number));
                first.countDown();
                if (n % CONTESTED == 0) {
                    submit(server, number);
                }
                String document = n % 3 == 0 ? notRevoked.poll() : null;
                if (document != null) {
                    revoke(server, document);
                }
            }
        } catch (IOException killed) {
            // Whether its last request was accepted, nobody was told.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String submit(URI server, String number) throws IOException, InterruptedException {
        byte[] form = Form.certificate(number)
                .file("file", Client.newNumber().getBytes(StandardCharsets.UTF_8))
                .end();
        Acknowledged made = post(server.resolve("/api/documents"), Form.CONTENT_TYPE, BodyPublishers.ofByteArray(form));
        documents.add(made);
        return made.document;
    }

    private void revoke(URI server, String document) throws IOException, InterruptedException {
        unanswered.add(document);
        revocations.add(post(
                server.resolve("/api/documents/" + document + "/revocation"),
                "application/json",
                BodyPublishers.ofString("{\"sequence\":1,\"reason\":\"superseded\"}")));
        unanswered.remove(document);
    }

    private Acknowledged post(URI where, String type, BodyPublisher body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(where)
                        .header("Authorization", TestKey.header())
                        .timeout(Duration.ofSeconds(60))
                        .header("Content-Type", type)
                        .header("Prefer", "respond-async")
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new AssertionError(answer.body());
        }
        var submission = JsonParser.parseString(answer.body()).getAsJsonObject();
        return new Acknowledged(
                submission.get("id").getAsString(), submission.get("subject").getAsString());
    }
}
