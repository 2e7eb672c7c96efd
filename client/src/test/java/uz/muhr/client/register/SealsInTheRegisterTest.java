package uz.muhr.client.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;
import uz.muhr.client.consignment.ConsignmentReceipt;
import uz.muhr.client.consignment.Voyage;
import uz.muhr.client.fabric.StateWrite;
import uz.muhr.client.following.Written;
import uz.muhr.client.register.Databases.NewDatabase;
import uz.muhr.client.register.FoundSeals.FoundSeal;
import uz.muhr.protocol.consignment.ConsignmentSecret;
import uz.muhr.protocol.consignment.RegistryKey;
import uz.muhr.protocol.freight.SealClass;
import uz.muhr.protocol.freight.SealCondition;
import uz.muhr.protocol.freight.SealKind;
import uz.muhr.protocol.freight.SealingParty;
import uz.muhr.protocol.identifier.CertificateHash;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.integrity.SealVerdict;
import uz.muhr.protocol.record.Actor;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.seal.Circumstances;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealDescription;
import uz.muhr.protocol.seal.SealEvent;
import uz.muhr.protocol.seal.SealParty;
import uz.muhr.protocol.seal.SealRecord;

/** What the register shows and the feeds tell of container seals, made from blocks alone. */
@ParameterizedClass
@ArgumentsSource(Databases.class)
class SealsInTheRegisterTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");
    private static final MspId CARRIER = new MspId("CarrierMSP");
    private static final MspId CUSTOMS = new MspId("CustomsMSP");

    private final NewDatabase database;

    @TempDir
    Path folder;

    private Register register;
    private final ConsignmentReceipt receipt = Voyage.opened();
    private final ConsignmentReceipt other = receipt.under(new ConsignmentSecret("ee".repeat(32)));
    private long block = 0;

    SealsInTheRegisterTest(NewDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        register = Register.open(database.apply(folder));
        follow(List.of());
    }

    @AfterEach
    void close() {
        register.close();
    }

    private static Change change(MspId by) {
        return new Change(
                new Actor(by, new CertificateHash("12".repeat(32))), new TransactionId("ab".repeat(32)), MONDAY);
    }

    private static SealEvent affixed(ConsignmentReceipt of) {
        return SealRecord.first(
                of.name(Voyage.SEAL),
                new SealAct.Affix(
                        of.secret().container(Voyage.CONTAINER),
                        new SealDescription(SealClass.HIGH_SECURITY, SealKind.ELECTRONIC, SealingParty.CARRIER),
                        new RegistryKey("34".repeat(32)).tag(Voyage.SEAL.manufacturer(), Voyage.SEAL.number()),
                        CARRIER,
                        Optional.empty()),
                SealParty.CREATOR,
                Circumstances.none(),
                change(CARRIER));
    }

    private static SealEvent next(SealRecord before, MspId by, SealParty party, SealAct act, Circumstances how) {
        return new SealEvent(
                before.name(), before.sequence() + 1, Optional.of(before.head()), act, party, how, false, change(by));
    }

    private SealEvent read(SealRecord before, boolean opened, int second) {
        return next(
                before,
                CARRIER,
                SealParty.HOLDER,
                new SealAct.Read(receipt.secret().event("event " + second), opened, Optional.of(90L)),
                new Circumstances(Optional.of(MONDAY.minusSeconds(600 - second)), Optional.empty(), List.of()));
    }

    private static List<StateWrite> writes(SealRecord after, SealEvent... events) {
        String consignment = after.name().consignment().hex();
        String seal = after.name().seal().hex();
        List<StateWrite> writes =
                new ArrayList<>(List.of(new StateWrite(0, "S", List.of(consignment, seal), after.write())));
        for (SealEvent event : events) {
            writes.add(
                    new StateWrite(0, "V", List.of(consignment, seal, Long.toString(event.sequence())), event.write()));
        }
        return writes;
    }

    private void follow(List<StateWrite> writes) {
        new Written(register.followed(), register.rows()).write(Written.block(block++, MONDAY, writes));
    }

    private SealRecord follow(SealEvent event) {
        SealRecord record = SealRecord.of(event);
        follow(writes(record, event));
        return record;
    }

    private SealRecord follow(SealRecord before, SealEvent event) {
        SealRecord record = before.next(event);
        follow(writes(record, event));
        return record;
    }

    private List<FoundSeal> find(String... words) {
        return register.seals(SealSearch.of(map(words))).seals();
    }

    private static Map<String, String> map(String... words) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            all.put(words[i], words[i + 1]);
        }
        return all;
    }

    private List<LedgerEvent> events(String... words) {
        return register.events(Interest.of(map(words)), Position.parse("0"), 100)
                .events();
    }

    @Test
    void aSealIsFoundByConsignmentStateHolderAndVerdict() {
        SealRecord one = follow(affixed(receipt));
        SealRecord two = follow(affixed(other));
        SealRecord reported = follow(
                two,
                next(
                        two,
                        CARRIER,
                        SealParty.HOLDER,
                        new SealAct.Report(other.secret().event("report"), SealCondition.MISSING),
                        Circumstances.none()));
        FoundSeal intact = new FoundSeal(one, SealVerdict.INTACT);
        FoundSeal missing = new FoundSeal(reported, SealVerdict.MISSING);
        assertEquals(List.of(missing, intact), find(), "newest first");
        assertEquals(List.of(intact), find("consignment", receipt.id().hex()));
        assertEquals(List.of(missing), find("verdict", "MISSING"));
        assertEquals(List.of(intact), find("verdict", "INTACT", "state", "SEALED", "holder", "CarrierMSP"));
        assertEquals(List.of(), find("holder", "CustomsMSP"));
        assertEquals(List.of(), find("state", "REMOVED"));
    }

    @Test
    void custodyAndVerdictFollowTheEvents() {
        SealRecord seal = follow(affixed(receipt));
        seal = follow(seal, next(seal, CARRIER, SealParty.HOLDER, new SealAct.HandOver(CUSTOMS), Circumstances.none()));
        assertEquals(SealVerdict.UNPROVEN, find().get(0).verdict());
        seal = follow(seal, next(seal, CUSTOMS, SealParty.RECEIVER, new SealAct.Accept(), Circumstances.none()));
        assertEquals(List.of(new FoundSeal(seal, SealVerdict.INTACT)), find("holder", "CustomsMSP"));
    }

    @Test
    void plainReadingsAreKeptAndNotTold() {
        SealRecord seal = follow(affixed(receipt));
        SealEvent closed = read(seal, false, 1);
        SealRecord after = seal.next(closed);
        SealEvent closedToo = read(after, false, 2);
        follow(writes(after.next(closedToo), closed, closedToo));
        assertEquals(
                List.of(new FoundSeal(after.next(closedToo), SealVerdict.INTACT)), find(), "and their number is known");
        assertEquals(1, events().size());
        SealRecord last = after.next(closedToo);
        SealEvent opened = read(last, true, 3);
        follow(last, opened);
        assertEquals(SealVerdict.TAMPERED, find().get(0).verdict());
        assertEquals(2, events().size());
        assertTrue(EventView.of(events().get(1)).json().contains("\"type\":\"seal.read\""));
    }

    @Test
    void theFeedTellsDocumentsAndSealsInTheLedgersOrder() {
        SampleDocument document = SampleDocument.anchored("ChamberMSP", "861", "CO-1", MONDAY);
        SealRecord seal = follow(affixed(receipt));
        follow(List.of(document.write()));
        follow(
                seal,
                next(seal, CUSTOMS, SealParty.CUSTOMS, new SealAct.Inspect(SealCondition.RIGHT), Circumstances.none()));
        assertEquals(
                List.of("seal.affix", "document.anchored", "seal.inspect"),
                events().stream().map(EventView::of).map(EventView::type).toList());
        assertEquals(2, events("consignment", receipt.id().hex()).size());
        assertEquals(0, events("consignment", other.id().hex()).size());
        assertEquals(1, events("issuer", "ChamberMSP").size());
        EventPage first = register.events(Interest.of(Map.of()), Position.parse("0"), 2);
        assertTrue(first.full());
        assertEquals(
                List.of("seal.inspect"),
                register.events(Interest.of(Map.of()), first.next(), 2).events().stream()
                        .map(EventView::of)
                        .map(EventView::type)
                        .toList());
        String told = EventView.of(events().get(0)).json();
        assertTrue(told.contains(receipt.id().hex()) && !told.contains("CSQU") && !told.contains("\n"), told);
        assertFalse(told.contains("\"record\""), told);
    }

    @Test
    void aPageGoesOnWhereTheOneBeforeEnded() {
        follow(affixed(receipt));
        follow(affixed(other));
        FoundSeals first = register.seals(SealSearch.of(map("limit", "1")));
        assertEquals(other.id(), first.seals().get(0).record().name().consignment());
        FoundSeals second = register.seals(SealSearch.of(
                map("limit", "1", "after", first.next().orElseThrow().toString())));
        assertEquals(receipt.id(), second.seals().get(0).record().name().consignment());
        assertEquals(Optional.empty(), second.next());
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        for (Map<String, String> wrong : List.of(
                map("number", "UZ0042"),
                map("state", "OPEN"),
                map("verdict", "VALID"),
                map("consignment", "1"),
                map("limit", "0"),
                map("limit", "501"))) {
            assertThrows(Refusal.class, () -> SealSearch.of(wrong), wrong.toString());
        }
        assertThrows(
                Refusal.class, () -> Interest.of(map("consignment", receipt.id().hex(), "issuer", "ChamberMSP")));
        assertThrows(Refusal.class, () -> follow(List.of(new StateWrite(0, "V", List.of("a", "b", "1"), "{}"))));
        assertThrows(Refusal.class, () -> follow(List.of(new StateWrite(0, "S", List.of("a", "b"), "{}"))));
    }
}
