package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.OtherProfile;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.Wire;
import uz.muhr.client.cli.Terminal;
import uz.muhr.network.script.ScriptNetwork;
import uz.muhr.protocol.hash.DomainHash;

/** The operations over real HTTP and a real network: the chamber issues, customs asks. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("ledger")
@ExtendWith(TestNetwork.class)
class RestIT {
    private static final String DOCUMENTS = "/api/documents";
    private static final String VERIFICATIONS = "/api/verifications";
    private final ScriptNetwork network;
    private final Path data;
    private final Door chamber;
    private final Door customs;
    private int numbers;

    RestIT(ScriptNetwork network, @TempDir Path folder) {
        this.network = network;
        this.data = folder.resolve("chamber");
        chamber = Door.open(network.profiles(), "chamber/issuer", data);
        customs = Door.open(network.profiles(), "customs", folder.resolve("customs"));
    }

    @AfterAll
    void close() {
        chamber.close();
        customs.close();
    }

    @Test
    void aSaltedDocumentIsAnchoredAndWithItsReceiptItIsValidForOthers() {
        byte[] file = content();
        Reply created = chamber.form(DOCUMENTS, Form.certificate(number()).file("file", file))
                .is(201);
        assertEquals("ANCHORED", created.member("state"));
        assertEquals("salted", created.member("kind"));
        assertEquals(DOCUMENTS + "/" + created.member("document"), created.header("Location"));
        customs.form(VERIFICATIONS, Form.of().field("receipt", created.text()).file("file", file))
                .says("VALID", "");
        Reply asked = customs.json(
                VERIFICATIONS, "{\"fingerprint\":\"" + sha256(file) + "\",\"receipt\":" + created.text() + "}");
        asked.says("VALID", "");
        assertEquals("TOTAL-PASSED", asked.member("indication"));
        assertEquals("[\"CustomsMSP\"]", asked.json().get("answeredBy").toString());
        assertTrue(asked.json().get("blockHeight").getAsLong() > 1);
    }

    @Test
    void chosenFieldsOfADocumentAreVerified() throws IOException {
        Path file = Files.writeString(data.resolveSibling("invoice.json"), "{\"number\":\"7\",\"total\":12.50}");
        Path shown = data.resolveSibling("shown.json");
        Terminal submitted = Terminal.muhr(
                "submit",
                file.toString(),
                "--type",
                "861",
                "--number",
                number(),
                "--fields",
                "--as",
                "chamber",
                "--profiles",
                network.profiles().toString());
        assertEquals(0, submitted.exit(), submitted.out() + submitted.err());
        Terminal disclosed = Terminal.muhr("disclose", file.toString(), "--field", "/total", "-o", shown.toString());
        assertEquals(0, disclosed.exit(), disclosed.err());
        JsonObject answer = customs.json("/api/disclosures", Files.readString(shown))
                .is(200)
                .json();
        assertEquals("VALID", answer.getAsJsonObject("answer").get("verdict").getAsString());
        JsonObject disclosure = answer.getAsJsonObject("disclosure");
        assertEquals(1, disclosure.get("hidden").getAsInt());
        assertEquals(
                "{\"path\":\"/total\",\"type\":\"number\",\"value\":\"12.50\"}",
                disclosure.getAsJsonArray("fields").get(1).toString());
        customs.json("/api/disclosures", Files.readString(shown).replace("12.50", "12.51"))
                .refuses(400, "MALFORMED_ARGUMENT");
    }

    @Test
    void aSaltedDocumentWithoutItsReceiptIsUnknownAndUnderItsNumberNeedsIt() {
        byte[] file = content();
        String number = number();
        chamber.form(DOCUMENTS, Form.certificate(number).file("file", file)).is(201);
        customs.form(VERIFICATIONS, Form.of().file("file", file)).says("UNKNOWN", "NEVER_ANCHORED");
        customs.form(VERIFICATIONS, Form.named(number).file("file", file)).says("UNDETERMINED", "RECEIPT_REQUIRED");
        customs.form(VERIFICATIONS, Form.named(number)).says("UNDETERMINED", "CONTENT_NOT_COMPARED");
    }

    @Test
    void anOpenDocumentIsValidByTheFileAlone() {
        byte[] file = content();
        chamber.form(DOCUMENTS, Form.certificate(number()).field("kind", "open").file("file", file))
                .is(201);
        customs.form(VERIFICATIONS, Form.of().file("file", file)).says("VALID", "");
        customs.json(VERIFICATIONS, "{\"fingerprint\":\"" + sha256(file) + "\"}")
                .says("VALID", "");
    }

    @Test
    void oneChangedByteMakesItAltered() {
        byte[] file = content();
        Reply receipt = chamber.form(DOCUMENTS, Form.certificate(number()).file("file", file))
                .is(201);
        file[0]++;
        Reply asked = customs.form(VERIFICATIONS, Form.of().file("file", file).field("receipt", receipt.text()));
        asked.says("ALTERED", "CONTENT_DIFFERS");
        assertEquals("TOTAL-FAILED", asked.member("indication"));
    }

    @Test
    void theSameRequestAgainAnswersWithTheSameReceipt() {
        Form form = Form.certificate(number()).file("file", content());
        Reply first = chamber.form(DOCUMENTS, form).is(201);
        Reply second = chamber.form(DOCUMENTS, form).is(200);
        assertEquals(first.text(), second.text());
        assertEquals(first.header("Location"), second.header("Location"));
    }

    @Test
    void theReceiptsLieWhereOnlyTheirOwnerLooks() throws IOException {
        chamber.form(DOCUMENTS, Form.certificate(number()).file("file", content()))
                .is(201);
        assertEquals(
                "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("journal"))));
    }

    @Test
    void anotherContentUnderATakenNumberIsRefused(@TempDir Path elsewhere) {
        String number = number();
        chamber.form(DOCUMENTS, Form.certificate(number).file("file", content()))
                .is(201);
        Form other = Form.certificate(number).file("file", content());
        chamber.form(DOCUMENTS, other).refuses(409, "DOCUMENT_EXISTS");
        try (Door colleague = Door.open(network.profiles(), "chamber/issuer", elsewhere)) {
            colleague.form(DOCUMENTS, other).refuses(409, "DOCUMENT_EXISTS");
        }
    }

    @Test
    void ofManyRequestsAtOnceForOneDocumentOneCreatesIt() throws Exception {
        Form form = Form.certificate(number()).file("file", content());
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<Reply>> replies = IntStream.range(0, 8)
                    .mapToObj(i -> pool.submit(() -> chamber.form(DOCUMENTS, form)))
                    .toList();
            int created = 0;
            for (Future<Reply> reply : replies) {
                int status = reply.get(60, TimeUnit.SECONDS).status();
                assertTrue(status == 200 || status == 201, reply.get().text());
                created += status == 201 ? 1 : 0;
            }
            assertEquals(1, created);
        } finally {
            pool.shutdownNow();
        }
        chamber.form(DOCUMENTS, form).is(200);
    }

    @Test
    void anOrganisationWithoutAuthorityOverTheTypeIsRefused(@TempDir Path elsewhere) {
        try (Door carrier = Door.open(network.profiles(), "carrier/issuer", elsewhere)) {
            carrier.form(DOCUMENTS, Form.certificate(number()).file("file", content()))
                    .refuses(403, "NOT_AUTHORISED");
        }
    }

    @Test
    void aRecordIsFoundByItsIdAndByItsNumber() {
        String number = number();
        String id = chamber.form(DOCUMENTS, Form.certificate(number).file("file", content()))
                .is(201)
                .member("document");
        JsonObject record = customs.get(DOCUMENTS + "/" + id).is(200).json();
        assertEquals("certificate of origin", record.get("typeName").getAsString());
        assertEquals("ChamberMSP", record.get("issuer").getAsString());
        assertFalse(record.has("reason"));
        String query = "?issuer=ChamberMSP&type=861&number=";
        assertEquals(record, customs.get(DOCUMENTS + query + number).is(200).json());
        customs.get(DOCUMENTS + query + "NONE").refuses(404, "UNKNOWN_DOCUMENT");
        customs.get(DOCUMENTS + "/" + "0".repeat(64)).refuses(404, "UNKNOWN_DOCUMENT");
        customs.get(DOCUMENTS + "/" + "0".repeat(64) + "/history").refuses(404, "UNKNOWN_DOCUMENT");
    }

    @Test
    void onlyTheIssuerRevokesAndOnlyTheVersionItHasSeen(@TempDir Path elsewhere) {
        byte[] file = content();
        Reply receipt = chamber.form(DOCUMENTS, Form.certificate(number()).file("file", file))
                .is(201);
        String document = DOCUMENTS + "/" + receipt.member("document");
        String wish = "{\"sequence\":1,\"reason\":\"keyCompromise\"}";
        customs.json(document + "/revocation", wish).refuses(403, "NOT_ISSUER");
        try (Door carrier = Door.open(network.profiles(), "carrier/issuer", elsewhere)) {
            carrier.json(document + "/revocation", wish).refuses(403, "NOT_ISSUER");
        }
        chamber.json(document + "/revocation", wish.replace("1", "2")).refuses(409, "STALE_SEQUENCE");
        Reply revoked = chamber.json(document + "/revocation", wish).is(200);
        assertEquals("REVOKED", revoked.member("status"));
        assertEquals("keyCompromise", revoked.member("reason"));
        chamber.json(document + "/revocation", wish).refuses(409, "STALE_SEQUENCE");
        chamber.json(document + "/revocation", wish.replace("1", "2")).refuses(409, "ILLEGAL_TRANSITION");
        chamber.json(DOCUMENTS + "/" + "0".repeat(64) + "/revocation", wish).refuses(404, "UNKNOWN_DOCUMENT");
        customs.form(VERIFICATIONS, Form.of().file("file", file).field("receipt", receipt.text()))
                .says("REVOKED", "REVOKED_BY_ISSUER");
        var versions = customs.get(document + "/history").is(200).list();
        assertEquals(2, versions.size());
        JsonObject newest = versions.get(0).getAsJsonObject();
        long anchored = newest.getAsJsonObject("anchored").remove("block").getAsLong();
        assertTrue(newest.getAsJsonObject("changed").remove("block").getAsLong() > anchored);
        assertEquals(revoked.json(), newest);
        assertEquals(String.valueOf(anchored), receipt.member("block"));
        assertEquals("VALID", versions.get(1).getAsJsonObject().get("status").getAsString());
    }

    @Test
    void aDateMeansItsWholeDay() {
        byte[] file = content();
        Reply receipt = chamber.form(
                        DOCUMENTS,
                        Form.certificate(number())
                                .field("validFrom", "2026-01-01")
                                .field("validUntil", "2026-03-31")
                                .file("file", file))
                .is(201);
        assertEquals("2026-01-01T00:00:00Z", receipt.member("validFrom"));
        assertEquals("2026-03-31T23:59:59Z", receipt.member("validUntil"));
        Form question = Form.of().file("file", file).field("receipt", receipt.text());
        customs.form(VERIFICATIONS, question).says("EXPIRED", "VALIDITY_ENDED");
        customs.form(VERIFICATIONS, question.field("at", "2026-03-31")).says("UNKNOWN", "ANCHORED_LATER");
    }

    @Test
    void itSaysInWhoseNameItActs() {
        assertEquals(
                "{\"organisation\":\"ChamberMSP\",\"user\":\"issuer\",\"training\":false}",
                chamber.get("/api/identity").text());
        assertEquals("officer", customs.get("/api/identity").member("user"));
    }

    @Test
    void withoutTheLedgerNothingIsValidAndWhatIsAcceptedWaitsForIt(@TempDir Path elsewhere) throws IOException {
        byte[] file = content();
        Form form = Form.certificate(number()).file("file", file);
        try (Wire wire = Wire.toPeer(network, "chamber");
                Door apart = Door.open(
                        new OtherProfile(network, "chamber")
                                .gateway("chamber", wire)
                                .write(elsewhere.resolve("profiles")),
                        "chamber/issuer",
                        elsewhere.resolve("data"),
                        "--muhr.journal.patience=2s")) {
            String open = apart.settled(apart.async(
                            DOCUMENTS,
                            Form.certificate(number()).field("kind", "open").file("file", file)))
                    .member("subject");
            open = DOCUMENTS + "/" + open;
            wire.cut();
            apart.form(VERIFICATIONS, Form.of().file("file", file)).says("UNDETERMINED", "LEDGER_UNREACHABLE");
            assertEquals("5", apart.get(open).refuses(503, "LEDGER_UNAVAILABLE").header("Retry-After"));
            Reply document = apart.form(DOCUMENTS, form).is(202);
            Reply revocation = apart.json(open + "/revocation", "{\"sequence\":1,\"reason\":\"unspecified\"}")
                    .is(202);
            assertEquals("RECEIVED", apart.get(document.header("Location")).member("state"));
            wire.mend();
            assertEquals("ANCHORED", apart.settled(document).member("state"));
            assertEquals("DONE", apart.settled(revocation).member("state"));
            assertEquals("REVOKED", apart.get(open).is(200).member("status"));
            assertEquals(
                    apart.get(document.header("Location")).json().get("receipt"),
                    apart.form(DOCUMENTS, form).is(200).json());
        }
    }

    @Test
    void whoseAnswerItIsIsSaidWhenAnotherOrganisationsPeerGaveIt(@TempDir Path elsewhere) throws IOException {
        byte[] file = content();
        try (Wire wire = Wire.toPeer(network, "chamber");
                Door apart = Door.open(
                        new OtherProfile(network, "chamber")
                                .gateway("chamber", wire)
                                .gateway("customs")
                                .write(elsewhere.resolve("profiles")),
                        "chamber/issuer",
                        elsewhere.resolve("data"))) {
            String open = apart.form(
                            DOCUMENTS,
                            Form.certificate(number()).field("kind", "open").file("file", file))
                    .is(201)
                    .header("Location");
            assertEquals("ChamberMSP", apart.get(open).is(200).header("Muhr-Answered-By"));
            wire.cut();
            Reply asked = apart.form(VERIFICATIONS, Form.of().file("file", file));
            asked.says("VALID", "");
            assertEquals("[\"CustomsMSP\"]", asked.json().get("answeredBy").toString());
            assertEquals("CustomsMSP", apart.get(open).is(200).header("Muhr-Answered-By"));
            assertEquals("CustomsMSP", apart.get(open + "/history").is(200).header("Muhr-Answered-By"));
            apart.form(DOCUMENTS, Form.certificate(number()).file("file", file)).is(201);
        }
    }

    private String number() {
        return "UZ-REST-" + ++numbers;
    }

    private byte[] content() {
        return ("content " + ++numbers).getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(DomainHash.sha256().digest(bytes));
    }
}
