package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.client.commitment.ReceiptText;
import uz.muhr.client.commitment.Receipts;
import uz.muhr.network.identity.Enrolment;
import uz.muhr.network.topology.SampleTopology;
import uz.muhr.network.topology.Topology;

/** What is turned away before any ledger is asked; there is none here. */
@TestInstance(Lifecycle.PER_CLASS)
class RefusalsIT {
    /** They ask, or are of this client alone. */
    private static final Set<String> NOT_JOURNALLED = Set.of(
            "/api/verifications",
            "/api/webhooks",
            "/api/consignments/answers",
            "/api/session",
            "/api/accounts",
            "/api/accounts/{name}/password",
            "/api/keys",
            "/api/suggestions",
            "/api/stamps",
            "/api/reports",
            "/api/proofs",
            "/api/proofs/verification",
            "/api/disclosures");

    /** Of them a stranger may ask so many in a minute, or everybody so many at a time. */
    private static final Set<String> COUNTED = Set.of(
            "/api/verifications",
            "/api/disclosures",
            "/api/proofs",
            "/api/proofs/verification",
            "/api/documents/{id}/proof");

    private static final String ID = "0".repeat(64);
    private static final String RECEIPT = ReceiptText.write(Receipts.anchored());

    private Door door;

    @BeforeAll
    void open(@TempDir Path folder) {
        Topology topology = SampleTopology.topology().onFreePorts();
        Enrolment.prepare(topology, folder.resolve("home"), Clock.systemUTC());
        door = Door.open(
                folder.resolve("home/profiles"), "chamber", folder.resolve("data"), "--muhr.journal.patience=10ms");
    }

    @AfterAll
    void close() {
        door.close();
    }

    @Test
    void aFormHasToBeWholeAndHoldNothingElse() {
        byte[] file = {1};
        Form valid = Form.certificate("1");
        door.form("/api/documents", valid).refuses(400, "MALFORMED_ARGUMENT");
        door.form("/api/documents", valid.field("color", "red").file("file", file))
                .refuses(400, "MALFORMED_ARGUMENT");
        for (Form form : new Form[] {
            Form.of().field("type", "861").file("file", file),
            Form.of().field("number", "1").file("file", file),
            Form.of().field("type", "0").field("number", "1").file("file", file),
            Form.of().field("type", "861").field("number", " ").file("file", file),
            Form.certificate("1").field("kind", "secret").file("file", file),
            Form.certificate("1").field("validFrom", "tomorrow").file("file", file),
            Form.certificate("1").field("validFrom", "2026-02-30").file("file", file),
            Form.certificate("1")
                    .field("validFrom", "2026-02-02")
                    .field("validUntil", "2026-02-01")
                    .file("file", file),
            Form.certificate("1").file("file", file).file("file", file),
            Form.of()
        }) {
            door.form("/api/documents", form).refuses(400, "MALFORMED_ARGUMENT");
        }
        door.form("/api/documents", Form.certificate("1").file("file", new byte[0]))
                .refuses(422, "UNREADABLE_DOCUMENT");
    }

    @Test
    void aQuestionHasToBeWholeAndHoldNothingElse() {
        for (String body :
                new String[] {"", "{}", "[]", "{\"fingerprint\":1}", "{\"x\":1}", "\u0000", "{\"fingerprint\":\""}) {
            door.json("/api/verifications", body).refuses(400, "MALFORMED_ARGUMENT");
        }
        door.form("/api/verifications", Form.of()).refuses(400, "MALFORMED_ARGUMENT");
    }

    @Test
    void aDamagedReceiptIsRefusedAsThat() {
        String damaged = RECEIPT.replace("UZ-CO-1", "UZ-CO-2");
        String sentence = door.form("/api/verifications", Form.of().field("receipt", damaged))
                .refuses(400, "MALFORMED_ARGUMENT")
                .member("detail");
        assertTrue(sentence.contains("damaged"), sentence);
        door.json("/api/verifications", "{\"receipt\":" + damaged + "}").refuses(400, "MALFORMED_ARGUMENT");
    }

    @Test
    void aDisclosureHasToBeWholeAndToHold() {
        for (String body : new String[] {"", "{}", "[]", "{\"media\":\"application/vnd.muhr.disclosure+json\"}"}) {
            door.json("/api/disclosures", body).refuses(400, "MALFORMED_ARGUMENT");
        }
        door.json("/api/disclosures", "x".repeat((1 << 22) + 1)).refuses(413, "TOO_LARGE");
    }

    @Test
    void aProofIsOfSomeDocumentsEachOnceAndOfNothingElse() {
        String hundred = IntStream.range(0, 101)
                .mapToObj(each -> "\"%064x\"".formatted(each))
                .collect(Collectors.joining(","));
        for (String documents : List.of("[]", "[1]", "[\"x\"]", "\"" + ID + "\"", "[" + hundred + "]")) {
            door.json("/api/proofs", "{\"documents\":" + documents + "}").refuses(400, "MALFORMED_ARGUMENT");
        }
        String twice = "[\"" + ID + "\",\"" + ID + "\"]";
        door.json("/api/proofs", "{\"documents\":" + twice + "}").refuses(400, "MALFORMED_ARGUMENT");
        door.json("/api/proofs", "{\"documents\":[\"" + ID + "\"],\"at\":\"2026-01-01\"}")
                .refuses(400, "MALFORMED_ARGUMENT");
    }

    @Test
    void aProofIsReadNoFurtherThanItMayBeLongAndIsHeldAgainstAFileOrItsFingerprint() {
        byte[] file = {1};
        String path = "/api/proofs/verification";
        door.form(path, Form.of().file("file", file)).refuses(400, "MALFORMED_ARGUMENT");
        door.form(path, Form.of().field("proof", "{}")).refuses(400, "MALFORMED_ARGUMENT");
        door.form(path, Form.of().field("proof", "{}").field("fingerprint", "x"))
                .refuses(400, "MALFORMED_ARGUMENT");
        door.form(path, Form.of().field("proof", "{}").field("fingerprint", ID).file("file", file))
                .refuses(400, "MALFORMED_ARGUMENT");
        door.form(path, Form.of().field("proof", "{}").field("color", "red").file("file", file))
                .refuses(400, "MALFORMED_ARGUMENT");
        door.form(path, Form.of().field("proof", "x".repeat((1 << 22) + 1)).file("file", file))
                .refuses(413, "TOO_LARGE");
        String sentence = door.form(path, Form.of().field("proof", "{}").field("receipt", RECEIPT))
                .refuses(400, "MALFORMED_ARGUMENT")
                .member("detail");
        assertTrue(sentence.contains("fingerprint"), sentence);
    }

    @Test
    void aKindThatTakesTheFilesContentIsNotAnchoredByAFingerprint() {
        for (String kind : List.of("fields", "open-attestation")) {
            String sentence = door.form(
                            "/api/documents",
                            Form.certificate("1").field("kind", kind).file("file", new byte[] {1}))
                    .refuses(400, "MALFORMED_ARGUMENT")
                    .member("detail");
            assertTrue(sentence.contains("without --server"), sentence);
        }
    }

    @Test
    void anAttestedReceiptIsNoLeaveToCompareByAFingerprint() {
        String receipt = ReceiptText.write(Receipts.attested());
        String sentence = door.form(
                        "/api/verifications",
                        Form.of().field("receipt", receipt).file("file", new byte[] {1}))
                .refuses(400, "MALFORMED_ARGUMENT")
                .member("detail");
        assertTrue(sentence.contains("its own rule"), sentence);
    }

    @Test
    void aHugeReceiptIsReadNoFurtherThanItMayBeLong() {
        String huge = "x".repeat(1 << 20);
        door.form("/api/verifications", Form.of().field("receipt", huge)).refuses(413, "TOO_LARGE");
        door.json("/api/verifications", "{\"receipt\":\"" + huge + "\"}").refuses(413, "TOO_LARGE");
        door.json("/api/documents/" + ID + "/revocation", huge).refuses(413, "TOO_LARGE");
    }

    @Test
    void aRevocationHasToBeWholeAndHoldNothingElse() {
        for (String body : new String[] {"{}", "{\"sequence\":\"1\",\"reason\":\"superseded\"}", "{\"sequence\":1}"}) {
            door.json("/api/documents/" + ID + "/revocation", body).refuses(400, "MALFORMED_ARGUMENT");
        }
        String wish = "{\"sequence\":1,\"reason\":\"superseded\"}";
        door.json("/api/documents/short/revocation", wish).refuses(400, "MALFORMED_ARGUMENT");
        door.json("/api/documents/" + ID + "/revocation", wish).is(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "", "x\tx"})
    void anIdempotencyKeyHasToBeShortAndPrintable(String key) {
        for (String wrong : List.of(key, "x".repeat(65))) {
            door.send(door.request("/api/documents/" + ID + "/suspension")
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", wrong)
                            .POST(BodyPublishers.ofString("{\"sequence\":1}")))
                    .refuses(400, "MALFORMED_ARGUMENT");
        }
    }

    @Test
    void aSubmissionThatNobodyMadeIsUnknown() {
        door.get("/api/submissions/0c8f2a52-6d3b-4b0e-9a57-1f1d0a1c7e42").refuses(404, "UNKNOWN_SUBMISSION");
        door.get("/api/submissions/1").refuses(400, "MALFORMED_ARGUMENT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/documents",
                "/api/documents?number=1",
                "/api/documents?number=1&issuer=ChamberMSP",
                "/api/documents?number=1&number=2&issuer=ChamberMSP&type=861",
                "/api/documents?number=1&issuer=ChamberMSP&type=861&all=true",
                "/api/documents?number=1&issuer=ChamberMSP&type=x",
                "/api/documents/0",
                "/api/documents/0/report?language=en",
                "/api/documents/0/proof",
                "/api/documents/0/history"
            })
    void aDocumentHasToBeNamedProperly(String path) {
        door.get(path).refuses(400, "MALFORMED_ARGUMENT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/documents?=1",
                "/api/documents?%0D=1",
                "/api/register/counts.csv?=1",
                "/api/tallies?%0D=1",
                "/api/feed?%F1%AA%8E%A8=1"
            })
    void aQueryThatCannotBeTakenApartIsRefused(String path) {
        door.get(path).refuses(400, "MALFORMED_ARGUMENT");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api, NO_SUCH_PATH, 404",
        "GET, /api/nothing, NO_SUCH_PATH, 404",
        "GET, /nothing.html, NO_SUCH_PATH, 404",
        "GET, /error, NO_SUCH_PATH, 404",
        "GET, /api/verifications, METHOD_REFUSED, 405",
        "DELETE, /api/identity, METHOD_REFUSED, 405",
        "PUT, /api/documents, METHOD_REFUSED, 405",
        "QUERY, /api/documents, METHOD_REFUSED, 405",
        "BREW, /api/identity, METHOD_REFUSED, 405",
        "BREW, /api/nothing, NO_SUCH_PATH, 404",
        "POST, /api/documents, MEDIA_TYPE_REFUSED, 415",
        "GET, /api/disclosures, METHOD_REFUSED, 405",
        "POST, /api/disclosures, MEDIA_TYPE_REFUSED, 415",
        "GET, /api/proofs, METHOD_REFUSED, 405",
        "POST, /api/proofs, MEDIA_TYPE_REFUSED, 415",
        "POST, /api/proofs/verification, MEDIA_TYPE_REFUSED, 415",
        "POST, /api/verifications, MEDIA_TYPE_REFUSED, 415"
    })
    void pathsMethodsAndContentsThatThereAreNotAreProblemsAsWell(String method, String path, String code, int status) {
        door.send(door.request(path)
                        .header("Content-Type", "text/plain")
                        .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("x")))
                .refuses(status, code);
    }

    @Test
    void onlyJsonIsAnswered() {
        door.send(door.request("/api/identity").header("Accept", "text/html")).refuses(406, "ANSWER_REFUSED");
    }

    @Test
    void anotherHostsNameIsRefusedOnEveryPath() throws IOException {
        for (String path : new String[] {"/", "/api/identity", "/page.js"}) {
            String answer = raw(
                    "GET " + path + " HTTP/1.1\r\nHost: evil.example:" + door.port() + "\r\nConnection: close\r\n\r\n");
            assertTrue(answer.startsWith("HTTP/1.1 421"), answer);
            assertTrue(answer.contains("FOREIGN_HOST"), answer);
        }
    }

    @Test
    void anotherSitesPageMayNotWrite() {
        for (Map.Entry<String, String> header : Map.of("Origin", "http://evil.example", "Sec-Fetch-Site", "cross-site")
                .entrySet()) {
            door.send(door.request("/api/documents")
                            .header(header.getKey(), header.getValue())
                            .header("Content-Type", Form.CONTENT_TYPE)
                            .POST(BodyPublishers.ofByteArray(Form.certificate("1")
                                    .file("file", new byte[1])
                                    .end())))
                    .refuses(403, "FOREIGN_SITE");
        }
    }

    @Test
    void whatIsNotHttpIsAnsweredWithoutATrace() throws IOException {
        for (String request : new String[] {"NONSENSE\r\n\r\n", "GET /{}<> HTTP/1.1\r\nHost: localhost\r\n\r\n"}) {
            String answer = raw(request);
            assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
            assertTrue(!answer.contains("tomcat") && !answer.contains("Exception"), answer);
        }
    }

    @Test
    void everyAnswerTellsTheBrowserToBeCareful() {
        for (String path : new String[] {"/", "/muhr.css", "/api/identity", "/api/nothing"}) {
            Reply reply = door.get(path);
            String policy = reply.header("Content-Security-Policy");
            assertTrue(policy.startsWith("default-src 'none'") && policy.contains("frame-ancestors 'none'"), policy);
            assertTrue(!policy.contains("unsafe"), policy);
            assertTrue(reply.header("Permissions-Policy").startsWith("camera=(self), microphone=()"));
            assertEquals("nosniff", reply.header("X-Content-Type-Options"));
            assertEquals("no-referrer", reply.header("Referrer-Policy"));
            assertEquals("no-store", reply.header("Cache-Control"));
            assertEquals("", reply.header("Server") + reply.header("X-Powered-By"));
            assertEquals("", reply.header("Access-Control-Allow-Origin"));
        }
    }

    @Test
    void theInterfaceDescribesItself() {
        JsonObject description = door.get("/api/openapi.json").is(200).json();
        JsonObject paths = description.getAsJsonObject("paths");
        assertEquals(
                Set.of(
                        "/api/verifications",
                        "/api/disclosures",
                        "/api/documents",
                        "/api/documents/{id}",
                        "/api/documents/{id}/history",
                        "/api/documents/{id}/suspension",
                        "/api/documents/{id}/reinstatement",
                        "/api/documents/{id}/renewal",
                        "/api/documents/{id}/revocation",
                        "/api/documents/{id}/replacement",
                        "/api/documents/{id}/reissue",
                        "/api/documents/{id}/customs",
                        "/api/documents/{id}/write-offs",
                        "/api/documents/{id}/write-offs/{draw}/reversal",
                        "/api/documents/{id}/hold",
                        "/api/documents/{id}/release",
                        "/api/organisations/{organisation}/authorities",
                        "/api/organisations/{organisation}/proposals",
                        "/api/proposals",
                        "/api/proposals/{id}",
                        "/api/proposals/{id}/approval",
                        "/api/members",
                        "/api/certificates/{certificate}",
                        "/api/consignments",
                        "/api/consignments/links",
                        "/api/consignments/answers",
                        "/api/seals",
                        "/api/seals/replacements",
                        "/api/seals/acts",
                        "/api/seals/reports",
                        "/api/seals/readings",
                        "/api/register/seals",
                        "/api/submissions",
                        "/api/submissions/{id}",
                        "/api/suggestions",
                        "/api/stamps",
                        "/api/identity",
                        "/api/register/documents",
                        "/api/register/documents.csv",
                        "/api/register/counts.csv",
                        "/api/tallies",
                        "/api/tallies.csv",
                        "/api/reports",
                        "/api/documents/{id}/report",
                        "/api/documents/{id}/proof",
                        "/api/proofs",
                        "/api/proofs/verification",
                        "/api/trust",
                        "/api/register/counts",
                        "/api/register/status",
                        "/api/feed",
                        "/api/webhooks",
                        "/api/webhooks/{id}",
                        "/api/session",
                        "/api/session/password",
                        "/api/accounts",
                        "/api/accounts/{name}",
                        "/api/accounts/{name}/password",
                        "/api/keys",
                        "/api/keys/{id}"),
                paths.keySet());
        JsonObject schemas = description.getAsJsonObject("components").getAsJsonObject("schemas");
        References.in(description).forEach(name -> assertTrue(schemas.has(name), name));
        paths.entrySet()
                .forEach(path -> path.getValue().getAsJsonObject().entrySet().forEach(operation -> {
                    JsonObject described = operation.getValue().getAsJsonObject();
                    assertTrue(described.has("summary") && described.has("description"), path.getKey());
                    Set<String> statuses =
                            described.getAsJsonObject("responses").keySet();
                    assertTrue(statuses.containsAll(Set.of("401", "421", "500", "503")), path.getKey());
                    boolean open = described.getAsJsonArray("security").isEmpty();
                    assertTrue(open || statuses.contains("403"), path.getKey());
                    assertTrue(statuses.stream().anyMatch(status -> status.startsWith("2")), path.getKey());
                    boolean write = operation.getKey().equals("post") && !NOT_JOURNALLED.contains(path.getKey());
                    assertEquals(write, statuses.contains("202"), path.getKey());
                    boolean tries = Set.of("signIn", "changePassword")
                            .contains(described.get("operationId").getAsString());
                    boolean counted = COUNTED.contains(path.getKey());
                    assertEquals(write || tries || counted, statuses.contains("429"), path.getKey());
                }));
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
