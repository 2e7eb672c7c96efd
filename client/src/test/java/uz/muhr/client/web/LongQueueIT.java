package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.Client;
import uz.muhr.client.OtherProfile;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.Wire;
import uz.muhr.client.access.TestKey;
import uz.muhr.network.script.ScriptNetwork;

/** A ledger that is away while thousands of documents are accepted, by a server of little memory. */
@Tag("ledger")
@Tag("long-on-fabric")
@ExtendWith(TestNetwork.class)
class LongQueueIT {
    private static final int CLIENTS = 6;
    private static final String ANCHORED = "muhr_journal_settled_total{kind=\"anchor\",state=\"ANCHORED\"} ";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void aThousandThatWaitAreAllAnchoredOnceTheLedgerIsBack(ScriptNetwork network) throws Exception {
        queueAndDrain(network, 1_000, "-Xmx128m");
    }

    @Test
    @Tag("long")
    void tenThousandThatWaitAreAllAnchoredOnceTheLedgerIsBack(ScriptNetwork network) throws Exception {
        queueAndDrain(network, 10_000, "-Xmx512m");
    }

    private void queueAndDrain(ScriptNetwork network, int documents, String heap) throws Exception {
        try (Wire wire = Wire.toPeer(network, "chamber")) {
            Path profiles = new OtherProfile(network, "chamber")
                    .gateway("chamber", wire)
                    .write(folder.resolve("profiles"));
            try (WebProcess server = WebProcess.admitting(
                    List.of(heap, "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"),
                    "--server.port=0",
                    "--muhr.profiles=" + profiles,
                    "--muhr.as=chamber/issuer",
                    "--muhr.data=" + folder.resolve("data"),
                    // Nobody reads what it says.
                    "--logging.level.root=ERROR",
                    "--logging.level.uz.muhr.journal=ERROR")) {
                String address = server.address();
                assertNotNull(address, server.said());
                wire.cut();
                long began = System.nanoTime();
                acceptAll(URI.create(address), documents);
                long accepted = System.nanoTime();
                wire.mend();
                awaitAnchored(URI.create(address), documents);
                System.out.printf(
                        "%d documents were accepted in %d ms and anchored in %d ms more, with %s%n",
                        documents,
                        Duration.ofNanos(accepted - began).toMillis(),
                        Duration.ofNanos(System.nanoTime() - accepted).toMillis(),
                        heap);
            }
        }
    }

    private void acceptAll(URI server, int documents) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int i = 0; i < documents; i++) {
                all.add(() -> accept(server));
            }
            for (Future<Integer> status : clients.invokeAll(all)) {
                assertEquals(202, status.get());
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private int accept(URI server) throws Exception {
        byte[] form = Form.certificate(Client.newNumber())
                .file("file", Client.newNumber().getBytes(StandardCharsets.UTF_8))
                .end();
        return http.send(
                        HttpRequest.newBuilder(server.resolve("/api/documents"))
                                .header("Authorization", TestKey.header())
                                .timeout(PATIENCE)
                                .header("Content-Type", Form.CONTENT_TYPE)
                                .header("Prefer", "respond-async")
                                .POST(BodyPublishers.ofByteArray(form))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private void awaitAnchored(URI server, int documents) throws Exception {
        HttpRequest scrape = HttpRequest.newBuilder(server.resolve("/actuator/prometheus"))
                .header("Authorization", TestKey.header())
                .timeout(PATIENCE)
                .build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        double anchored = 0;
        while (anchored < documents) {
            if (System.nanoTime() > end) {
                throw new AssertionError(anchored + " of " + documents + " are anchored");
            }
            anchored = http.send(scrape, BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith(ANCHORED))
                    .mapToDouble(line -> Double.parseDouble(line.substring(ANCHORED.length())))
                    .sum();
        }
        assertEquals(documents, anchored);
    }
}
