package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.Client;
import uz.muhr.client.OtherProfile;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.Wire;
import uz.muhr.network.script.ScriptNetwork;

/** Writes that are accepted first and settled later, over HTTP. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("ledger")
@Tag("long-on-fabric")
@ExtendWith(TestNetwork.class)
class JournalRestIT {
    private static final String DOCUMENTS = "/api/documents";
    private static final int MANY = 200;
    private static final int CALLERS = 20;

    private final ScriptNetwork network;
    private final Door chamber;

    JournalRestIT(ScriptNetwork network, @TempDir Path folder) {
        this.network = network;
        chamber = Door.open(network.profiles(), "chamber/issuer", folder.resolve("chamber"));
    }

    @AfterAll
    void close() {
        chamber.close();
    }

    @Test
    void whoPrefersNotToWaitIsToldWhereToAsk() {
        Reply accepted = chamber.async(DOCUMENTS, newDocument()).is(202);
        assertEquals("respond-async", accepted.header("Preference-Applied"));
        assertEquals("/api/submissions/" + accepted.member("id"), accepted.header("Location"));
        assertEquals("anchor", accepted.member("kind"));
        Reply settled = chamber.settled(accepted);
        assertEquals("ANCHORED", settled.member("state"));
        JsonObject receipt = settled.json().getAsJsonObject("receipt");
        assertEquals("ANCHORED", receipt.get("state").getAsString());
        assertEquals(settled.member("transaction"), receipt.get("transaction").getAsString());
        assertEquals(settled.member("subject"), receipt.get("document").getAsString());
        chamber.get(DOCUMENTS + "/" + settled.member("subject")).is(200);
    }

    @Test
    void whatTheLedgerRefusesIsRefusedForGood() {
        String number = Client.newNumber();
        chamber.form(DOCUMENTS, newDocument(number)).is(201);
        Reply refused = chamber.settled(chamber.async(DOCUMENTS, newDocument(number)));
        assertEquals("REFUSED", refused.member("state"));
        assertEquals("DOCUMENT_EXISTS", refused.member("code"));
        assertFalse(refused.json().has("receipt"));
    }

    @Test
    void underOneIdempotencyKeyARequestIsAcceptedOnceAndAnsweredAlike() {
        Form form = newDocument();
        Reply first = keyed("once", form).is(201);
        Reply again = keyed("once", form).is(201);
        assertEquals(first.text(), again.text());
        assertEquals(first.header("Location"), again.header("Location"));
        keyed("once", newDocument()).refuses(422, "IDEMPOTENCY_KEY_REUSED");
        String document = DOCUMENTS + "/" + first.member("document");
        Reply suspended =
                keyed("change", document + "/suspension", "{\"sequence\":1}").is(200);
        assertEquals(
                suspended.text(),
                keyed("change", document + "/suspension", "{\"sequence\":1}")
                        .is(200)
                        .text());
        assertEquals(2, chamber.get(document).json().get("sequence").getAsInt());
        keyed("refused", document + "/suspension", "{\"sequence\":9}").refuses(409, "STALE_SEQUENCE");
        keyed("refused", document + "/suspension", "{\"sequence\":9}").refuses(409, "STALE_SEQUENCE");
    }

    @Test
    void documentsThatWaitTogetherShareTransactions() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        Set<String> transactions = new HashSet<>();
        try {
            List<Future<Reply>> accepted = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                accepted.add(callers.submit(() -> chamber.async(DOCUMENTS, newDocument())));
            }
            for (Future<Reply> each : accepted) {
                transactions.add(chamber.settled(each.get(1, TimeUnit.MINUTES)).member("transaction"));
            }
        } finally {
            callers.shutdownNow();
        }
        assertTrue(transactions.size() < MANY / 2, transactions.size() + " transactions for " + MANY + " documents");
        String metrics = chamber.get("/actuator/prometheus").is(200).text();
        for (String name : List.of(
                "muhr_write_stage_seconds{stage=\"endorse\"",
                "muhr_write_stage_seconds{stage=\"submit\"",
                "muhr_write_stage_seconds{stage=\"commit\"",
                "muhr_write_group_max",
                "muhr_write_overtaken_total",
                "muhr_journal_settled_total{kind=\"anchor\",state=\"ANCHORED\"}",
                "muhr_journal_retries_total",
                "muhr_journal_waiting",
                "muhr_journal_oldest_seconds")) {
            assertTrue(metrics.contains(name), name + " is not in\n" + metrics);
        }
    }

    @Test
    void aChangeWaitsForTheDocumentThatWasAcceptedBefore() {
        Reply accepted = chamber.async(DOCUMENTS, newDocument());
        Reply revocation = chamber.send(chamber.request(DOCUMENTS + "/" + accepted.member("subject") + "/revocation")
                .header("Content-Type", "application/json")
                .header("Prefer", "wait=1, Respond-Async")
                .POST(BodyPublishers.ofString("{\"sequence\":1,\"reason\":\"superseded\"}")));
        assertEquals("DONE", chamber.settled(revocation).member("state"));
        assertEquals(
                "REVOKED",
                chamber.get(DOCUMENTS + "/" + accepted.member("subject")).member("status"));
    }

    @Test
    void aFullQueueTakesNothingMoreAndIsWorkedOffOnceTheLedgerIsBack(@TempDir Path elsewhere) throws IOException {
        try (Wire wire = Wire.toPeer(network, "chamber");
                Door small = Door.open(
                        new OtherProfile(network, "chamber")
                                .gateway("chamber", wire)
                                .write(elsewhere.resolve("profiles")),
                        "chamber/issuer",
                        elsewhere.resolve("data"),
                        "--muhr.journal.most=3",
                        "--muhr.journal.patience=100ms")) {
            wire.cut();
            List<Reply> accepted = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                accepted.add(small.form(DOCUMENTS, newDocument()).is(202));
            }
            Form further = newDocument();
            assertEquals(
                    "5",
                    small.form(DOCUMENTS, further).refuses(429, "QUEUE_FULL").header("Retry-After"));
            wire.mend();
            for (Reply each : accepted) {
                assertEquals("ANCHORED", small.settled(each).member("state"));
            }
            Awaited.until(() -> small.form(DOCUMENTS, further).status() != 429);
        }
    }

    @Test
    void whatAClientLeavesWhenItIsStoppedTheNextOneSettles(@TempDir Path elsewhere) throws IOException {
        try (Wire wire = Wire.toPeer(network, "chamber")) {
            Path profiles = new OtherProfile(network, "chamber")
                    .gateway("chamber", wire)
                    .write(elsewhere.resolve("profiles"));
            Path data = elsewhere.resolve("data");
            Reply accepted;
            try (Door first = Door.open(profiles, "chamber/issuer", data)) {
                wire.cut();
                accepted = first.async(DOCUMENTS, newDocument()).is(202);
            }
            wire.mend();
            try (Door second = Door.open(profiles, "chamber/issuer", data)) {
                assertEquals("ANCHORED", second.settled(accepted).member("state"));
            }
        }
    }

    private Reply keyed(String key, Form form) {
        return chamber.send(chamber.request(DOCUMENTS)
                .header("Content-Type", Form.CONTENT_TYPE)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(form.end())));
    }

    private Reply keyed(String key, String path, String body) {
        return chamber.send(chamber.request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    private static Form newDocument() {
        return newDocument(Client.newNumber());
    }

    private static Form newDocument(String number) {
        return Form.certificate(number).file("file", Client.newNumber().getBytes(StandardCharsets.UTF_8));
    }
}
