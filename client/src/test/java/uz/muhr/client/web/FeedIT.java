package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.access.TestKey;
import uz.muhr.client.commitment.Binding;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.following.Anchoring;
import uz.muhr.client.register.Contents;
import uz.muhr.client.register.Databases;
import uz.muhr.client.register.Databases.NewDatabase;
import uz.muhr.client.register.RegisterSettings;
import uz.muhr.client.submission.Attempts;
import uz.muhr.client.submission.CustomsControl;
import uz.muhr.client.submission.DocumentChanges;
import uz.muhr.client.submission.Stages;
import uz.muhr.client.submission.Wish;
import uz.muhr.client.web.FeedReader.Told;
import uz.muhr.network.script.ScriptNetwork;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.customs.DeclarationCommitment;
import uz.muhr.protocol.customs.Draw;
import uz.muhr.protocol.customs.DrawRequest;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.quantity.Amount;
import uz.muhr.protocol.quantity.Quantity;
import uz.muhr.protocol.quantity.UnitCode;
import uz.muhr.protocol.record.RevocationReason;
import uz.muhr.protocol.record.Validity;

/** Who stays connected is told what happens, and nothing is left out when he comes again. */
@Tag("ledger")
@ExtendWith(TestNetwork.class)
@TestInstance(Lifecycle.PER_CLASS)
class FeedIT {
    private static final Duration SOON = Duration.ofSeconds(15);

    @TempDir
    static Path folder;

    private @Nullable Door running;
    private @Nullable Ledger chamber;

    @BeforeAll
    void open(ScriptNetwork network) throws Exception {
        chamber = Client.ledger(network, "chamber");
        // The last word on what is of the past: the register is level with the ledger, and the peer with the orderer.
        new Anchoring(ledger()).anchor(1);
        running = Door.open(
                network.profiles(),
                "chamber",
                folder.resolve("data"),
                "--muhr.feed.heartbeat=200ms",
                "--muhr.feed.readers=4",
                "--server.tomcat.connection-timeout=2s");
        level(door());
    }

    /** Who has left is noticed at the next heartbeat, and has a place until then. */
    @BeforeEach
    void nobodyIsLeft() {
        Awaited.until(() -> readers() == 0);
    }

    @AfterAll
    void close() {
        door().close();
        ledger().close();
    }

    private Door door() {
        return Objects.requireNonNull(running);
    }

    private Ledger ledger() {
        return Objects.requireNonNull(chamber);
    }

    private static void level(Door door) {
        Awaited.until(() -> {
            Reply status = door.get("/api/register/status");
            return status.status() == 200
                    && !status.json().has("fault")
                    && status.json().get("lagBlocks").getAsLong() == 0;
        });
    }

    private FeedReader reader(String query) throws IOException {
        return FeedReader.connect(door().at("/api/feed?" + query), Optional.empty());
    }

    private static Told told(FeedReader reader) throws IOException {
        return reader.next().orElseThrow();
    }

    @Test
    void whatHappensToADocumentIsToldToWhomItConcerns() throws IOException {
        try (FeedReader all = reader("issuer=ChamberMSP&type=861");
                FeedReader revoked = reader("status=REVOKED");
                FeedReader others = reader("issuer=QuarantineMSP")) {
            assertEquals("text/event-stream;charset=UTF-8", all.header("Content-Type"));
            DocumentId document = new Anchoring(ledger()).anchor(1).get(0);
            Told anchored = told(all);
            assertEquals("document.anchored", anchored.type());
            assertEquals(document.hex(), anchored.record().get("document").getAsString());
            assertEquals(door().get("/api/documents/" + document).is(200).json(), anchored.record());
            assertEquals(anchored.id(), anchored.event().get("id").getAsString());
            new DocumentChanges(ledger()).revoke(document, 1, RevocationReason.KEY_COMPROMISE);
            assertEquals("document.changed", told(all).type());
            assertEquals(
                    document.hex(), told(revoked).record().get("document").getAsString(), "it was not told before");
            assertTrue(others.hears(), "who is not concerned hears that we are there");
        }
    }

    @Test
    void whatCustomsDoesWithADocumentIsToldToo(ScriptNetwork network) throws IOException {
        Quantity tonne = new Quantity(Amount.parse("1"), new UnitCode("TNE"));
        DeclarationCommitment declaration = DeclarationCommitment.of(DocumentNumber.parse(Client.newNumber()));
        try (FeedReader permits = reader("issuer=QuarantineMSP&type=911");
                Ledger agency = Client.ledger(network, "quarantine");
                Ledger customs = Client.ledger(network, "customs/officer")) {
            DocumentId permit = anchorPermit(agency, tonne);
            TestNetwork.level();
            CustomsControl control = new CustomsControl(customs);
            control.hold(permit, 0);
            control.release(permit, 1);
            Draw draw = control.writeOff(new DrawRequest(permit, declaration, 1, tonne));
            control.reverse(permit, draw.id());
            assertEquals("document.anchored", told(permits).type());
            assertEquals("document.held", told(permits).type());
            Told released = told(permits);
            assertEquals("document.released", released.type());
            assertFalse(data(released).getAsJsonObject("holds").get("held").getAsBoolean());
            Told written = told(permits);
            assertEquals("document.written-off", written.type());
            assertEquals(
                    "1", data(written).getAsJsonObject("writeOff").get("amount").getAsString());
            assertEquals(permit.hex(), written.record().get("document").getAsString());
            assertEquals("document.write-off-reversed", told(permits).type());
            JsonObject found = door().get("/api/register/documents?type=911&limit=1")
                    .is(200)
                    .json()
                    .getAsJsonArray("documents")
                    .get(0)
                    .getAsJsonObject();
            assertEquals("0", found.get("drawn").getAsString());
            assertFalse(found.get("held").getAsBoolean());
        }
    }

    private static JsonObject data(Told told) {
        return told.event().getAsJsonObject("data");
    }

    private static DocumentId anchorPermit(Ledger agency, Quantity quantity) {
        Receipt receipt = Receipt.pending(
                agency.organisation(),
                new TypeCode("911"),
                DocumentNumber.parse(Client.newNumber()),
                Validity.unlimited(),
                Optional.of(quantity),
                new Fingerprint("ab".repeat(32)),
                new Binding.Salted(Receipt.newSalt(new SecureRandom())));
        new Attempts(agency, Stages.UNWATCHED).settle(new Wish.Anchor(receipt));
        return receipt.documentId();
    }

    @Test
    void whoComesAgainIsToldWhatHeMissedAndNothingElse() throws IOException {
        Anchoring anchoring = new Anchoring(ledger());
        String last;
        try (FeedReader reader = reader("")) {
            DocumentId first = anchoring.anchor(1).get(0);
            Told told = told(reader);
            assertEquals(first.hex(), told.record().get("document").getAsString());
            last = told.id();
        }
        List<String> missed =
                anchoring.anchor(3, 2).stream().map(DocumentId::hex).sorted().toList();
        List<String> then = new ArrayList<>();
        try (FeedReader again = FeedReader.connect(door().at("/api/feed"), Optional.of(last))) {
            for (int i = 0; i < missed.size(); i++) {
                then.add(told(again).record().get("document").getAsString());
            }
        }
        assertEquals(missed, then.stream().sorted().toList());
    }

    /** Even who was told of no event comes again with an id: of the block that he was told up to. */
    @Test
    void whoWasToldOfNothingStillKnowsWhereHeStands() throws IOException {
        try (FeedReader reader = reader("type=271")) {
            String before = reader.lastId();
            new Anchoring(ledger()).anchor(1);
            while (reader.lastId().equals(before)) {
                assertTrue(reader.hears());
            }
            assertTrue(Long.parseLong(reader.lastId()) > Long.parseLong(before));
        }
    }

    @Test
    void whoAsksForTheBeginningIsToldEverything() throws IOException {
        try (FeedReader reader = reader("after=0")) {
            String first = told(reader).id();
            String second = told(reader).id();
            assertTrue(first.matches("[0-9]+:[0-9]+:[0-9]+") && !first.equals(second), first + " and " + second);
        }
    }

    @Test
    void thereAreNoMoreReadersThanThereMayBeAndAPlaceIsFreeAgainSoon() throws IOException {
        List<FeedReader> readers = new ArrayList<>();
        Awaited.until(() -> {
            try {
                readers.add(reader(""));
            } catch (IOException e) {
                return readers.size() == 4;
            }
            return false;
        });
        Reply refused = door().get("/api/feed").refuses(503, "TOO_MANY_READERS");
        assertEquals("5", refused.header("Retry-After"));
        for (FeedReader reader : readers) {
            reader.close();
        }
        Awaited.until(() -> {
            try (FeedReader reader = reader("")) {
                return !reader.lastId().isEmpty();
            } catch (IOException e) {
                return false;
            }
        });
    }

    @Test
    void whoTakesNothingIsDroppedAndMayComeAgain() throws IOException {
        new Anchoring(ledger()).anchor(2, 250);
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4 << 10);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), door().port()));
            socket.getOutputStream()
                    .write(("GET /api/feed?after=0 HTTP/1.1\r\nHost: 127.0.0.1:" + identified() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            Awaited.until(() -> readers() == 1);
            Awaited.until(() -> readers() == 0);
        }
        try (FeedReader again = reader("after=0")) {
            assertFalse(told(again).id().isEmpty());
        }
    }

    /** The end of the header Host, and who asks. */
    private String identified() {
        return door().port() + "\r\nAuthorization: " + TestKey.header();
    }

    private int readers() {
        return door().get("/actuator/prometheus")
                .text()
                .lines()
                .filter(line -> line.startsWith("muhr_feed_readers "))
                .map(line -> (int) Double.parseDouble(line.substring(line.indexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "colour=red",
                "type=861&type=851",
                "status=EXPIRED",
                "issuer=",
                "document=1",
                "after=x",
                "after=1:2",
                "after=-1"
            })
    void aQuestionThatIsNotInItsFormIsRefused(String query) {
        door().get("/api/feed?" + query).refuses(400, "MALFORMED_ARGUMENT");
    }

    @Test
    void anIdThatIsNoneIsRefusedAndNotTakenForTheBeginning() {
        door().send(door().request("/api/feed").header("Last-Event-ID", "yesterday"))
                .refuses(400, "MALFORMED_ARGUMENT");
    }

    @ParameterizedTest
    @ArgumentsSource(Databases.class)
    void clientsThatShareADatabaseEachTellTheirOwnReaders(
            NewDatabase database, ScriptNetwork network, @TempDir Path own) throws IOException {
        RegisterSettings settings = database.apply(own.resolve("data"));
        String[] place = Contents.asSettings(settings);
        try (Door one = Door.open(network.profiles(), "chamber", own.resolve("data"), place);
                Door other = Door.open(network.profiles(), "chamber", own.resolve("data"), place)) {
            level(one);
            level(other);
            try (FeedReader first = FeedReader.connect(one.at("/api/feed"), Optional.empty());
                    FeedReader second = FeedReader.connect(other.at("/api/feed"), Optional.empty())) {
                List<DocumentId> anchored = new Anchoring(ledger()).anchor(3, 1);
                for (DocumentId document : anchored) {
                    Told told = told(first);
                    assertEquals(document.hex(), told.record().get("document").getAsString());
                    assertEquals(told, told(second));
                }
                one.stop();
                assertEquals(Optional.empty(), first.next());
                try (FeedReader moved = FeedReader.connect(other.at("/api/feed"), Optional.of(first.lastId()))) {
                    DocumentId next = new Anchoring(ledger()).anchor(1).get(0);
                    assertEquals(
                            next.hex(), told(moved).record().get("document").getAsString());
                }
            }
        }
    }

    @Test
    void aClientThatIsToldToStopSendsItsReadersHomeAtOnce(ScriptNetwork network, @TempDir Path own) throws IOException {
        Door door = Door.open(network.profiles(), "chamber", own.resolve("data"), "--muhr.feed.heartbeat=60s");
        level(door);
        URI feed = door.at("/api/feed");
        try (FeedReader reader = FeedReader.connect(feed, Optional.empty())) {
            long begun = System.nanoTime();
            door.close();
            assertEquals(Optional.empty(), reader.next(), "the stream ends, and does not break off");
            assertTrue(System.nanoTime() - begun < SOON.toNanos(), "it took " + (System.nanoTime() - begun) + " ns");
        }
    }
}
