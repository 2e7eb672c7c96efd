package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
import uz.muhr.client.cli.Terminal;
import uz.muhr.network.script.ScriptNetwork;

/** Proofs over HTTP: made by a client, verified by the command line of somebody without a network, and by a client. */
@Tag("ledger")
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(TestNetwork.class)
class ProofRestIT {
    private static final String VERIFICATION = "/api/proofs/verification";

    private final ScriptNetwork network;
    private final Path folder;
    private final Door chamber;
    private final Door customs;
    private byte[] file = {};
    private String receipt = "";
    private byte[] bundle = {};

    ProofRestIT(ScriptNetwork network, @TempDir Path folder) {
        this.network = network;
        this.folder = folder;
        this.chamber = Door.open(network.profiles(), "chamber/issuer", folder.resolve("chamber"));
        this.customs = Door.open(network.profiles(), "customs/officer", folder.resolve("customs"));
    }

    @BeforeAll
    void aProvenCertificate() {
        file = content();
        receipt = anchor(file, "salted");
        bundle = proof(receipt);
    }

    @AfterAll
    void close() {
        customs.close();
        chamber.close();
    }

    @Test
    void theCommandLineVerifiesItInAFolderWithNothingElse(@TempDir Path holder) throws IOException {
        Files.write(holder.resolve("a.pdf"), file);
        Files.writeString(holder.resolve("a.pdf.muhr.json"), receipt);
        Files.write(holder.resolve("a.pdf.muhr-proof.json"), bundle);
        trustByAnotherWay(holder);
        Terminal verified = offline(holder, "a.pdf", "a.pdf.muhr-proof.json");
        assertEquals(0, verified.exit(), verified.out() + verified.err());
        assertTrue(verified.out().startsWith("VALID"), verified.out());
    }

    @Test
    void anOpenDocumentItsBundleAndTheTrustFileAreEnough(@TempDir Path holder) throws IOException {
        byte[] open = content();
        Files.write(holder.resolve("a.pdf"), open);
        Files.write(holder.resolve("p"), proof(anchor(open, "open")));
        trustByAnotherWay(holder);
        assertEquals(0, offline(holder, "a.pdf", "p").exit());
        try (Stream<Path> held = Files.list(holder)) {
            assertEquals(3, held.count());
        }
    }

    @Test
    void theTrustFileIsThatOfEveryOtherParticipant(@TempDir Path holder) throws IOException {
        trustByAnotherWay(holder);
        byte[] other = Files.readAllBytes(holder.resolve("trust.json"));
        assertArrayEquals(other, customs.bytes(customs.request("/api/trust").GET()));
    }

    @Test
    void severalDocumentsShareOneBundle(@TempDir Path holder) throws IOException {
        byte[] one = content();
        byte[] other = content();
        String wish = "{\"documents\":[\"" + document(anchor(one, "open")) + "\",\"" + document(anchor(other, "open"))
                + "\"]}";
        byte[] shared = customs.bytes(customs.postingJson("/api/proofs", wish));
        Files.write(holder.resolve("one.pdf"), one);
        Files.write(holder.resolve("other.pdf"), other);
        Files.write(holder.resolve("shared"), shared);
        trustByAnotherWay(holder);
        assertEquals(0, offline(holder, "one.pdf", "shared").exit());
        assertEquals(0, offline(holder, "other.pdf", "shared").exit());
        assertEquals("VALID", verdict(check(Form.proof(other, shared))));
    }

    @Test
    void aClientChecksItForAStrangerWithTheChecksThatTheCommandLinePrints(@TempDir Path holder) throws IOException {
        JsonObject answer = check(Form.proof(file, bundle).field("receipt", receipt));
        assertEquals("VALID", verdict(answer));
        JsonObject proof = answer.getAsJsonObject("proof");
        assertTrue(proof.get("proven").getAsBoolean());
        assertTrue(proof.getAsJsonArray("vouchers").size() >= 3, proof.toString());
        assertEquals(1, proof.getAsJsonArray("versions").size());
        Files.write(holder.resolve("a.pdf"), file);
        Files.writeString(holder.resolve("a.pdf.muhr.json"), receipt);
        Files.write(holder.resolve("p"), bundle);
        trustByAnotherWay(holder);
        assertEquals(
                JsonParser.parseString(offline(holder, "a.pdf", "p", "--json").out()), proof);
        JsonObject trust = JsonParser.parseString(Files.readString(holder.resolve("trust.json")))
                .getAsJsonObject();
        assertEquals(trust.get("pin"), answer.getAsJsonObject("trust").get("pin"));
    }

    @Test
    void theFingerprintIsEnoughAndTheFileStaysWhereItIs() {
        String fingerprint = JsonParser.parseString(receipt)
                .getAsJsonObject()
                .get("fingerprint")
                .getAsString();
        Form form = Form.of()
                .field("receipt", receipt)
                .field("fingerprint", fingerprint)
                .field("proof", new String(bundle, StandardCharsets.UTF_8));
        assertEquals("VALID", verdict(check(form)));
    }

    @Test
    void ofABundleInWhichOneBitIsAnotherNothingIsProved(@TempDir Path holder) throws IOException {
        trustByAnotherWay(holder);
        Files.write(holder.resolve("a.pdf"), file);
        Files.writeString(holder.resolve("a.pdf.muhr.json"), receipt);
        for (int at : new int[] {0, bundle.length / 3, bundle.length / 2, bundle.length - 2}) {
            byte[] tampered = bundle.clone();
            tampered[at] ^= 1;
            JsonObject answer = check(Form.proof(file, tampered).field("receipt", receipt));
            assertEquals("UNDETERMINED", verdict(answer), "byte " + at);
            assertTrue(answer.getAsJsonObject("proof").has("failed"), "byte " + at);
            Files.write(holder.resolve("p"), tampered);
            assertEquals(2, offline(holder, "a.pdf", "p").exit(), "byte " + at);
        }
    }

    @Test
    void anotherDocumentsBundleAndAnotherFileProveNothing() {
        byte[] other = content();
        byte[] ofOther = proof(anchor(other, "open"));
        assertFails("QUESTION", check(Form.proof(file, ofOther).field("receipt", receipt)));
        assertFails("QUESTION", check(Form.proof(other, bundle).field("receipt", receipt)));
        assertFails("QUESTION", check(Form.proof(file, bundle)));
    }

    @Test
    void ofALaterTimeItSaysNothing() {
        assertFails(
                "TIME_COVERED",
                check(Form.proof(file, bundle).field("receipt", receipt).field("at", "2099-01-01")));
    }

    @Test
    void whoTrustsAnotherNetworkIsShownNothing(@TempDir Path holder) throws IOException {
        trustByAnotherWay(holder);
        JsonObject foreign = JsonParser.parseString(Files.readString(holder.resolve("trust.json")))
                .getAsJsonObject();
        String pin = foreign.get("pin").getAsString();
        String otherPin = (pin.charAt(0) == '0' ? "1" : "0") + pin.substring(1);
        Path file = Files.writeString(
                holder.resolve("trust.json"),
                Files.readString(holder.resolve("trust.json")).replace(pin, otherPin));
        try (Door apart = Door.open(network.profiles(), "customs", folder.resolve("apart"), "--muhr.trust=" + file)) {
            JsonObject answer = check(apart, Form.proof(this.file, bundle).field("receipt", receipt));
            assertFails("PIN", answer);
            assertEquals(otherPin, answer.getAsJsonObject("trust").get("pin").getAsString());
            apart.get("/api/documents/" + document(receipt) + "/proof").refuses(502, "CORRUPT_RECORD");
        }
        Files.write(holder.resolve("a.pdf"), this.file);
        Files.writeString(holder.resolve("a.pdf.muhr.json"), receipt);
        Files.write(holder.resolve("p"), bundle);
        assertEquals(2, offline(holder, "a.pdf", "p").exit());
    }

    @Test
    void hostileBundlesAreAnsweredInOneSentence() {
        for (String hostile : List.of(
                "",
                "{}",
                "[".repeat(100_000),
                "{\"answers\":[" + "\"AAAA\",".repeat(500_000)
                        + "\"AAAA\"],\"blocks\":[],\"configurations\":[],\"format\":1}",
                new String(bundle, StandardCharsets.UTF_8) + " ",
                new String(bundle, StandardCharsets.UTF_8).replace("\"format\":1", "\"format\":1,\"format\":1"))) {
            JsonObject answer =
                    check(Form.of().file("file", file).field("receipt", receipt).field("proof", hostile));
            assertEquals("UNDETERMINED", verdict(answer));
            String fault = answer.getAsJsonObject("proof").get("fault").getAsString();
            assertTrue(fault.endsWith(".") && fault.length() < 200, fault);
        }
    }

    @Test
    void whatIsNotAnchoredHasNoProof() {
        customs.get("/api/documents/" + "ab".repeat(32) + "/proof").refuses(404, "UNKNOWN_DOCUMENT");
        customs.json("/api/proofs", "{\"documents\":[\"" + "ab".repeat(32) + "\"]}")
                .refuses(404, "UNKNOWN_DOCUMENT");
        assertEquals(
                401,
                customs.send(customs.stranger("/api/documents/" + document(receipt) + "/proof"))
                        .status());
    }

    @Test
    void peersThatDoNotAnswerAreNamedAndNoMoreAreAskedAtATimeThanMayBe() throws IOException {
        String path = "/api/documents/" + document(receipt) + "/proof";
        try (Wire wire = Wire.toPeer(network, "customs");
                Door apart = Door.open(
                        new OtherProfile(network, "customs")
                                .gateway("customs", wire)
                                .write(folder.resolve("wired/profiles")),
                        "customs",
                        folder.resolve("wired/data"),
                        "--muhr.limits.proofs=1")) {
            apart.get(path).is(200);
            wire.fallSilent();
            List<CompletableFuture<Reply>> asked = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> apart.get(path)))
                    .limit(3)
                    .toList();
            List<Reply> replies = asked.stream().map(CompletableFuture::join).toList();
            Reply turnedAway = replies.stream()
                    .filter(reply -> reply.status() == 429)
                    .findFirst()
                    .orElseThrow()
                    .refuses(429, "TOO_MANY_PROOFS");
            assertEquals("5", turnedAway.header("Retry-After"));
            Reply unanswered = replies.stream()
                    .filter(reply -> reply.status() == 503)
                    .findFirst()
                    .orElseThrow()
                    .refuses(503, "LEDGER_UNAVAILABLE");
            assertTrue(unanswered.member("detail").contains("CustomsMSP"), unanswered.text());
            // What was made before is checked all the same: that takes no peer.
            assertEquals("VALID", verdict(check(apart, Form.proof(file, bundle).field("receipt", receipt))));
        }
    }

    private static byte[] content() {
        return Client.newNumber().getBytes(StandardCharsets.UTF_8);
    }

    private String anchor(byte[] content, String kind) {
        return chamber.form(
                        "/api/documents",
                        Form.certificate(Client.newNumber()).field("kind", kind).file("file", content))
                .is(201)
                .text();
    }

    private static String document(String receipt) {
        return JsonParser.parseString(receipt).getAsJsonObject().get("document").getAsString();
    }

    private byte[] proof(String receipt) {
        String path = "/api/documents/" + document(receipt) + "/proof";
        assertEquals(
                "application/vnd.muhr.proof+json", customs.get(path).is(200).header("Content-Type"));
        return customs.bytes(customs.request(path).GET());
    }

    private JsonObject check(Form form) {
        return check(customs, form);
    }

    /** By somebody who does not say who it is. */
    private static JsonObject check(Door door, Form form) {
        return door.strangersForm(VERIFICATION, form).is(200).json();
    }

    private static String verdict(JsonObject answer) {
        return answer.getAsJsonObject("proof").get("verdict").getAsString();
    }

    private static void assertFails(String check, JsonObject answer) {
        assertNotEquals("VALID", verdict(answer));
        assertEquals(check, answer.getAsJsonObject("proof").get("failed").getAsString());
    }

    /** As another participant has it. */
    private void trustByAnotherWay(Path holder) {
        Terminal written = Terminal.muhr(
                "trust",
                "-o",
                holder.resolve("trust.json").toString(),
                "--as",
                "carrier",
                "--profiles",
                network.profiles().toString());
        assertEquals(0, written.exit(), written.err());
    }

    private static Terminal offline(Path holder, String file, String proof, String... more) {
        return Terminal.muhr(Stream.concat(
                        Stream.of(
                                "verify",
                                "--offline",
                                holder.resolve(file).toString(),
                                "--proof",
                                holder.resolve(proof).toString(),
                                "--trust",
                                holder.resolve("trust.json").toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }
}
