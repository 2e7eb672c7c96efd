package uz.muhr.client.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;
import uz.muhr.client.following.BlockMark;
import uz.muhr.client.following.Written;
import uz.muhr.client.register.Databases.NewDatabase;
import uz.muhr.protocol.refusal.Refusal;

/** What happened on the ledger, read on from any position. */
@ParameterizedClass
@ArgumentsSource(Databases.class)
class EventsTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T10:00:00Z");
    private static final int ALL = 100;

    private final NewDatabase database;

    @TempDir
    Path folder;

    private Register register;

    private final SampleDocument origin = SampleDocument.anchored("ChamberMSP", "861", "CO-1", MONDAY);
    private final SampleDocument licence = SampleDocument.anchored("QuarantineMSP", "911", "IP-1", MONDAY);
    private final SampleDocument suspended = origin.suspended(TUESDAY);

    EventsTest(NewDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void followThreeBlocks() {
        register = Register.open(database.apply(folder));
        Filling filling = new Filling(register);
        filling.follow(0, MONDAY);
        filling.follow(1, MONDAY, origin, licence);
        filling.follow(2, TUESDAY, suspended);
    }

    @AfterEach
    void close() {
        register.close();
    }

    private EventPage after(String position, int limit, String... words) {
        return register.events(interest(words), Position.parse(position), limit);
    }

    private static Interest interest(String... words) {
        return Interest.of(words.length == 0 ? Map.of() : Map.of(words[0], words[1]));
    }

    private static List<SampleDocument> documents(EventPage page) {
        return page.events().stream()
                .map(LedgerEvent.OfDocument.class::cast)
                .map(event -> new SampleDocument(event.document(), event.record()))
                .toList();
    }

    @Test
    void everythingSinceTheBeginningIsThereInTheLedgersOrder() {
        EventPage page = after("0", ALL);
        assertEquals(List.of(origin, licence, suspended), documents(page));
        assertEquals(
                List.of("1:0:0", "1:0:1", "2:0:0"),
                page.events().stream().map(event -> event.position().toString()).toList());
        assertEquals(Position.endOf(2), page.next());
        assertFalse(page.full());
    }

    @Test
    void readingOnAfterAnyEventMissesNoneAndRepeatsNone() {
        List<SampleDocument> read = new ArrayList<>();
        Position position = Position.parse("0");
        for (EventPage page = register.events(interest(), position, 1); page.full() && read.size() < ALL; ) {
            read.addAll(documents(page));
            page = register.events(interest(), page.next(), 1);
        }
        assertEquals(List.of(origin, licence, suspended), read);
        assertEquals(List.of(licence, suspended), documents(after("1:0:0", ALL)));
        assertEquals(List.of(), after("2", ALL).events());
    }

    @Test
    void whoIsAheadOfTheRegisterStaysThere() {
        EventPage page = after("9", ALL);
        assertEquals(List.of(), page.events());
        assertEquals(Position.endOf(9), page.next());
    }

    /** As when a block is committed between the two. */
    @Test
    void rowsThatAreNewerThanTheMarkAreNotToldAgain() {
        BlockMark before = new BlockMark(1, Written.hash(1), MONDAY);
        EventPage page = register.beside(jdbc -> EventSql.run(jdbc, interest(), Position.parse("0"), ALL, before));
        assertEquals(List.of(origin, licence, suspended), documents(page));
        assertEquals("2:0:0", page.next().toString());
    }

    @Test
    void onlyWhatIsOfInterestIsTold() {
        assertEquals(List.of(licence), documents(after("0", ALL, "issuer", "QuarantineMSP")));
        assertEquals(List.of(origin, suspended), documents(after("0", ALL, "type", "861")));
        assertEquals(List.of(suspended), documents(after("0", ALL, "status", "SUSPENDED")));
        assertEquals(
                List.of(licence),
                documents(after("0", ALL, "document", licence.id().hex())));
        assertEquals(Position.endOf(2), after("0", ALL, "type", "705").next());
    }

    @Test
    void anInterestIsReadStrictlyAndSaysItsWordsAgain() {
        Map<String, String> words = Map.of(
                "issuer", "ChamberMSP", "type", "861", "document", origin.id().hex(), "status", "REVOKED");
        assertEquals(words, Interest.of(words).words());
        for (Map<String, String> wrong : List.of(
                Map.of("colour", "red"),
                Map.of("type", "x"),
                Map.of("issuer", ""),
                Map.of("document", "1"),
                Map.of("status", "EXPIRED"),
                Map.of("consignment", "1"))) {
            assertThrows(Refusal.class, () -> Interest.of(wrong), wrong.toString());
        }
    }

    @Test
    void anEventIsWrittenOnOneLineWithTheRecordAsItStoodThen() {
        String text = EventView.of(after("1", ALL).events().get(0)).json();
        assertFalse(text.contains("\n"), text);
        JsonObject json = JsonParser.parseString(text).getAsJsonObject();
        assertEquals("2:0:0", json.get("id").getAsString());
        assertEquals("document.changed", json.get("type").getAsString());
        assertEquals("2026-11-24T10:00:00Z", json.get("timestamp").getAsString());
        JsonObject record = json.getAsJsonObject("data").getAsJsonObject("record");
        assertEquals("SUSPENDED", record.get("status").getAsString());
        assertTrue(EventView.of(after("0", ALL).events().get(0)).json().contains("\"document.anchored\""));
    }
}
