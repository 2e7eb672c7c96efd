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
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;
import uz.muhr.client.fabric.StateWrite;
import uz.muhr.client.register.Databases.NewDatabase;
import uz.muhr.client.register.FoundPage.AtCustoms;
import uz.muhr.protocol.customs.Draw;
import uz.muhr.protocol.customs.Holds;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.quantity.Amount;
import uz.muhr.protocol.quantity.Quantity;
import uz.muhr.protocol.quantity.UnitCode;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** Write-offs and holds: told as events of their document, and shown where it is found. */
@ParameterizedClass
@ArgumentsSource(Databases.class)
class CustomsInTheRegisterTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T10:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-11-25T10:00:00Z");
    private static final int ALL = 100;

    private final NewDatabase database;

    @TempDir
    Path folder;

    private Register register;
    private Filling filling;

    private final SampleDocument permit = SampleDocument.limited(
            "QuarantineMSP", "911", "IP-1", MONDAY, new Quantity(Amount.parse("10"), new UnitCode("TNE")));
    private final SampleDocument other = SampleDocument.anchored("ChamberMSP", "861", "CO-1", MONDAY);
    private final SampleCustoms customs = new SampleCustoms(permit.id());
    private final Draw draw = SampleCustoms.draw("4", 1, TUESDAY);
    private final Holds held = SampleCustoms.held(TUESDAY);

    CustomsInTheRegisterTest(NewDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void followTwoDocuments() {
        register = Register.open(database.apply(folder));
        filling = new Filling(register);
        filling.follow(0, MONDAY);
        filling.follow(1, MONDAY, permit, other);
    }

    @AfterEach
    void close() {
        register.close();
    }

    private List<String> types(String... words) {
        return events(words).stream().map(LedgerEvent::type).toList();
    }

    /** After the two anchored documents. */
    private List<LedgerEvent> events(String... words) {
        Interest interest = Interest.of(words.length == 0 ? Map.of() : Map.of(words[0], words[1]));
        return register.events(interest, Position.endOf(1), ALL).events();
    }

    @Test
    void aWriteOffIsAnEventWithTheRecordThatStoodThen() {
        filling.followAll(2, TUESDAY, 1, customs.writes(draw, "4", TUESDAY));
        JsonObject event =
                JsonParser.parseString(EventView.of(events().get(0)).json()).getAsJsonObject();
        assertEquals("2:0:1", event.get("id").getAsString(), "the total has a turn of its own, and tells nothing new");
        assertEquals("document.written-off", event.get("type").getAsString());
        assertEquals("2026-11-24T10:00:00Z", event.get("timestamp").getAsString());
        JsonObject data = event.getAsJsonObject("data");
        assertEquals("4", data.getAsJsonObject("writeOff").get("amount").getAsString());
        assertEquals(
                permit.id().hex(),
                data.getAsJsonObject("record").get("document").getAsString());
        assertFalse(data.has("holds"));
    }

    @Test
    void aReversalAHoldAndAReleaseAreEventsToo() {
        filling.followAll(2, TUESDAY, 1, customs.writes(draw, "4", TUESDAY));
        filling.followAll(3, TUESDAY, 1, customs.write(held));
        filling.followAll(4, WEDNESDAY, 1, customs.write(SampleCustoms.released(held, WEDNESDAY)));
        filling.followAll(5, WEDNESDAY, 1, customs.writes(SampleCustoms.reversed(draw, WEDNESDAY), "0", WEDNESDAY));
        assertEquals(
                List.of("document.written-off", "document.held", "document.released", "document.write-off-reversed"),
                types());
        assertEquals(
                List.of(TUESDAY, TUESDAY, WEDNESDAY, WEDNESDAY),
                events().stream().map(LedgerEvent::time).toList());
        JsonObject data = JsonParser.parseString(EventView.of(events().get(2)).json())
                .getAsJsonObject()
                .getAsJsonObject("data");
        assertFalse(data.getAsJsonObject("holds").get("held").getAsBoolean());
    }

    @Test
    void whoeverIsInterestedInTheDocumentIsTold() {
        filling.followAll(2, TUESDAY, 1, customs.writes(draw, "4", TUESDAY));
        filling.follow(3, TUESDAY, permit.suspended(TUESDAY));
        filling.followAll(4, WEDNESDAY, 1, customs.write(held));
        assertEquals(List.of("document.written-off", "document.changed", "document.held"), types());
        assertEquals(types(), types("issuer", "QuarantineMSP"));
        assertEquals(types(), types("type", "911"));
        assertEquals(types(), types("document", permit.id().hex()));
        assertEquals(List.of(), types("issuer", "ChamberMSP"));
        assertEquals(List.of("document.written-off"), types("status", "VALID"));
        assertEquals(List.of("document.changed", "document.held"), types("status", "SUSPENDED"));
    }

    @Test
    void customsMayActInTheBlockThatAnchorsTheDocument() {
        SampleDocument fresh = SampleDocument.anchored("ChamberMSP", "861", "CO-2", TUESDAY);
        filling.followAll(2, TUESDAY, 2, fresh.write(), new SampleCustoms(fresh.id()).write(held));
        assertEquals(
                List.of("document.anchored", "document.held"),
                types("document", fresh.id().hex()));
    }

    @Test
    void readingOnEventByEventMissesNoneAndRepeatsNone() {
        filling.followAll(2, TUESDAY, 1, customs.writes(draw, "4", TUESDAY));
        filling.follow(3, TUESDAY, permit.suspended(TUESDAY));
        filling.followAll(4, WEDNESDAY, 1, customs.write(held));
        List<String> read = new ArrayList<>();
        Position position = Position.parse("0");
        for (EventPage page = register.events(Interest.of(Map.of()), position, 1);
                page.full() && read.size() < ALL;
                page = register.events(Interest.of(Map.of()), page.next(), 1)) {
            read.add(page.events().get(0).position().toString());
        }
        assertEquals(List.of("1:0:0", "1:0:1", "2:0:1", "3:0:0", "4:0:0"), read);
    }

    @Test
    void aDocumentThatIsFoundSaysWhatCountsAtPresent() {
        assertEquals(Optional.of(new AtCustoms(Optional.empty(), false)), found().customs());
        filling.followAll(2, TUESDAY, 1, customs.writes(draw, "4", TUESDAY));
        assertEquals(Optional.of(new AtCustoms(Optional.of(Amount.parse("4")), false)), found().customs());
        filling.followAll(3, TUESDAY, 1, customs.write(held));
        assertEquals(Optional.of(new AtCustoms(Optional.of(Amount.parse("4")), true)), found().customs());
        filling.followAll(4, WEDNESDAY, 1, customs.write(SampleCustoms.released(held, WEDNESDAY)));
        filling.followAll(5, WEDNESDAY, 1, customs.writes(SampleCustoms.reversed(draw, WEDNESDAY), "0", WEDNESDAY));
        assertEquals(Optional.of(new AtCustoms(Optional.of(Amount.ZERO), false)), found().customs());
        assertEquals(
                Optional.empty(),
                found("validAt", "2026-11-24T12:00:00Z").customs(),
                "of another time the register does not know it");
    }

    private FoundPage.FoundDocument found(String... more) {
        Map<String, String> words = more.length == 0 ? Map.of("type", "911") : Map.of("type", "911", more[0], more[1]);
        return register.search(SearchText.search(words)).documents().get(0);
    }

    @Test
    void whatCannotBeReadIsNotPassedOver() {
        String permitId = permit.id().hex();
        DocumentId nobodys =
                SampleDocument.anchored("ChamberMSP", "861", "CO-2", MONDAY).id();
        for (StateWrite wrong : List.of(
                new StateWrite(0, "W", List.of(permitId), "{}"),
                new StateWrite(0, "W", List.of(permitId, draw.id().hex()), ""),
                new StateWrite(0, "W", List.of(permitId, "1", "2"), draw.write()),
                new StateWrite(0, "H", List.of(permitId, "1"), held.write()),
                new StateWrite(0, "H", List.of("x"), held.write()),
                new SampleCustoms(nobodys).write(held))) {
            Refusal refusal =
                    assertThrows(Refusal.class, () -> filling.followAll(2, TUESDAY, 1, wrong), wrong.toString());
            assertEquals(ErrorCode.CORRUPT_RECORD, refusal.code());
            assertTrue(
                    refusal.sentence().startsWith("Block 2 holds what this version cannot read"), refusal.sentence());
        }
        filling.followAll(2, TUESDAY, 1, customs.write(held));
        assertEquals(List.of("document.held"), types(), "nothing is left of what failed");
    }
}
