package uz.muhr.client.voyage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uz.muhr.client.consignment.ConsignmentReceipt;
import uz.muhr.client.consignment.KnownSeal;
import uz.muhr.client.consignment.Voyage;
import uz.muhr.client.tracking.Sighting;
import uz.muhr.protocol.consignment.ConsignmentEvent;
import uz.muhr.protocol.consignment.ConsignmentRecord;
import uz.muhr.protocol.consignment.Linked;
import uz.muhr.protocol.consignment.RegistryKey;
import uz.muhr.protocol.freight.ContainerNumber;
import uz.muhr.protocol.freight.SealClass;
import uz.muhr.protocol.freight.SealKind;
import uz.muhr.protocol.freight.SealManufacturer;
import uz.muhr.protocol.freight.SealNumber;
import uz.muhr.protocol.freight.SealingParty;
import uz.muhr.protocol.identifier.CertificateHash;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.record.Actor;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.seal.Circumstances;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealDescription;
import uz.muhr.protocol.seal.SealEvent;
import uz.muhr.protocol.seal.SealParty;
import uz.muhr.protocol.seal.SealRecord;
import uz.muhr.protocol.seal.SealedConsignment;
import uz.muhr.protocol.sealing.Observation;
import uz.muhr.protocol.sealing.ObservationList;

/** Which of a file's sightings are readings, and of which seal. */
class ReadingsTest {
    private static final Instant TIME = Instant.parse("2026-11-18T04:30:00Z");
    private static final String DEVICE = Voyage.SEAL.devices().get(0);
    private static final KnownSeal WITHOUT_DEVICE =
            new KnownSeal(Voyage.CONTAINER, new SealManufacturer("TAMGA"), new SealNumber("UZ0043"), List.of());
    private static final Change CHANGE = new Change(
            new Actor(new MspId("CarrierMSP"), new CertificateHash("12".repeat(32))),
            new TransactionId("ab".repeat(32)),
            TIME);

    private static SealRecord affixed(ConsignmentReceipt receipt, KnownSeal seal, SealKind kind) {
        return SealRecord.of(SealRecord.first(
                receipt.name(seal),
                new SealAct.Affix(
                        receipt.secret().container(seal.container()),
                        new SealDescription(SealClass.HIGH_SECURITY, kind, SealingParty.CARRIER),
                        new RegistryKey("34".repeat(32)).tag(seal.manufacturer(), seal.number()),
                        new MspId("CarrierMSP"),
                        Optional.empty()),
                SealParty.CREATOR,
                Circumstances.none(),
                CHANGE));
    }

    private static SealedConsignment stand(ConsignmentReceipt receipt, List<SealRecord> seals) {
        ConsignmentRecord record = ConsignmentRecord.first(new ConsignmentEvent(
                receipt.id(),
                1,
                Optional.empty(),
                receipt.linked(receipt.containers(), receipt.documents()),
                Optional.empty(),
                Optional.empty(),
                CHANGE));
        for (SealRecord seal : seals) {
            record = record.next(new ConsignmentEvent(
                    receipt.id(),
                    record.sequence() + 1,
                    Optional.of(record.head()),
                    Linked.NOTHING,
                    Optional.empty(),
                    Optional.of(seal.name().seal()),
                    CHANGE));
        }
        return new SealedConsignment(record, seals);
    }

    private static Sighting sighting(
            Optional<ContainerNumber> container, List<String> devices, Optional<Boolean> opened) {
        return new Sighting(
                1,
                "event-1",
                TIME,
                "sensor_reporting",
                container,
                devices,
                List.of(),
                opened,
                Optional.of(87),
                Optional.of("AZALT"));
    }

    private static Readings readings(Sighting sighting, SealKind kind, KnownSeal... seals) {
        ConsignmentReceipt receipt = Voyage.opened();
        List<SealRecord> records = new ArrayList<>();
        for (KnownSeal seal : seals) {
            receipt = receipt.with(seal);
            records.add(affixed(receipt, seal, kind));
        }
        return Readings.of(List.of(sighting), receipt, stand(receipt, records));
    }

    private static void unused(String why, Readings readings) {
        assertEquals(List.of(), readings.lists());
        assertTrue(
                readings.unused().get(0).why().contains(why), readings.unused().get(0)::why);
    }

    @Test
    void aReadingIsOfTheSealWhoseDeviceReported() {
        Readings readings = readings(
                sighting(Optional.empty(), List.of(DEVICE), Optional.of(true)),
                SealKind.ELECTRONIC,
                Voyage.SEAL,
                WITHOUT_DEVICE);
        ConsignmentReceipt receipt = Voyage.opened();
        Observation read = readings.lists().get(0).observations().get(0);
        assertEquals(receipt.name(Voyage.SEAL), read.name());
        assertEquals(new SealAct.Read(receipt.secret().event("event-1"), true, Optional.of(87L)), read.act());
        assertEquals(Optional.of(TIME), read.circumstances().claimed());
        assertEquals(
                Optional.of(receipt.secret().place(Voyage.place("AZALT"))),
                read.circumstances().place());
    }

    @Test
    void withoutADeviceItIsOfTheOnlySealOnTheContainer() {
        Sighting door = sighting(Optional.of(Voyage.CONTAINER), List.of(), Optional.of(true));
        assertEquals(
                Voyage.opened().name(Voyage.SEAL),
                readings(door, SealKind.ELECTRONIC, Voyage.SEAL)
                        .lists()
                        .get(0)
                        .observations()
                        .get(0)
                        .name());
        unused("Several", readings(door, SealKind.ELECTRONIC, Voyage.SEAL, WITHOUT_DEVICE));
    }

    @Test
    void whatIsNoReadingOfTheseSealsIsNamed() {
        Optional<ContainerNumber> container = Optional.of(Voyage.CONTAINER);
        unused("whether", readings(sighting(container, List.of(), Optional.empty()), SealKind.ELECTRONIC, Voyage.SEAL));
        unused(
                "No electronic",
                readings(sighting(container, List.of(), Optional.of(true)), SealKind.MECHANICAL, Voyage.SEAL));
        unused(
                "No electronic",
                readings(
                        sighting(Optional.of(Voyage.OTHER_CONTAINER), List.of(), Optional.of(true)),
                        SealKind.ELECTRONIC,
                        Voyage.SEAL));
        unused(
                "No electronic",
                readings(
                        sighting(container, List.of("another device"), Optional.of(true)),
                        SealKind.ELECTRONIC,
                        Voyage.SEAL));
    }

    @Test
    void aSealThatNobodyAffixedIsNamed() {
        for (Map.Entry<String, String> named : Map.of(
                        "UZ 0042", "whether", "UZ0099", "seal UZ0099", "\u20ac", "seal \u20ac")
                .entrySet()) {
            Sighting loaded = new Sighting(
                    1,
                    "event-1",
                    TIME,
                    "LOAD",
                    Optional.of(Voyage.CONTAINER),
                    List.of(),
                    List.of(named.getKey()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            unused(named.getValue(), readings(loaded, SealKind.ELECTRONIC, Voyage.SEAL));
        }
    }

    @Test
    void aSealThatIsOffTheContainerIsReadNoMore() {
        ConsignmentReceipt receipt = Voyage.opened();
        SealRecord on = affixed(receipt, Voyage.SEAL, SealKind.ELECTRONIC);
        SealEvent removed = new SealEvent(
                on.name(),
                2,
                Optional.of(on.head()),
                new SealAct.Remove(),
                SealParty.HOLDER,
                Circumstances.none(),
                false,
                CHANGE);
        unused(
                "No electronic",
                Readings.of(
                        List.of(sighting(Optional.of(Voyage.CONTAINER), List.of(DEVICE), Optional.of(true))),
                        receipt,
                        stand(receipt, List.of(on.next(removed)))));
    }

    @Test
    void manyReadingsAreListsInTheOrderOfTheDevicesTimes() {
        ConsignmentReceipt receipt = Voyage.opened();
        List<Sighting> all = new ArrayList<>();
        for (int i = 0; i < 1201; i++) {
            all.add(new Sighting(
                    i + 1,
                    "event-" + i,
                    TIME.plusSeconds(i),
                    "sensor_reporting",
                    Optional.of(Voyage.CONTAINER),
                    List.of(DEVICE),
                    List.of(),
                    Optional.of(false),
                    Optional.empty(),
                    Optional.of("geo:41.9,43.1")));
        }
        Collections.shuffle(all, new Random(7));
        Readings readings =
                Readings.of(all, receipt, stand(receipt, List.of(affixed(receipt, Voyage.SEAL, SealKind.ELECTRONIC))));
        assertEquals(
                List.of(500, 500, 201),
                readings.lists().stream()
                        .map(list -> list.observations().size())
                        .toList());
        List<Instant> times = readings.lists().stream()
                .map(ObservationList::observations)
                .flatMap(List::stream)
                .map(read -> read.circumstances().claimed().orElseThrow())
                .toList();
        assertEquals(times.stream().sorted().toList(), times);
        assertEquals(
                1201,
                readings.lists().stream()
                        .flatMap(list -> list.observations().stream())
                        .map(read -> read.act().id())
                        .distinct()
                        .count());
    }
}
