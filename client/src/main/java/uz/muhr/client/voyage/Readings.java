package uz.muhr.client.voyage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uz.muhr.client.consignment.ConsignmentReceipt;
import uz.muhr.client.consignment.KnownSeal;
import uz.muhr.client.tracking.Sighting;
import uz.muhr.protocol.freight.Place;
import uz.muhr.protocol.freight.SealNumber;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealRecord;
import uz.muhr.protocol.seal.SealState;
import uz.muhr.protocol.seal.SealedConsignment;
import uz.muhr.protocol.sealing.Observation;
import uz.muhr.protocol.sealing.ObservationList;

/**
 * The readings of a consignment's electronic seals among what a file tells. Nothing else of a file goes on the ledger: what a
 * party did, it says itself.
 *
 * @param lists in the order of the devices' times, each as long as one transaction takes
 * @param unused what is no reading of a seal of this consignment, and why
 */
public record Readings(List<ObservationList> lists, List<Unused> unused) {
    public Readings {
        lists = List.copyOf(lists);
        unused = List.copyOf(unused);
    }

    /** A sighting that tells the ledger nothing. */
    public record Unused(Sighting sighting, String why) {}

    /**
     * Finds the readings.
     *
     * @param stand the consignment's seals as they stand on the ledger
     */
    public static Readings of(List<Sighting> sightings, ConsignmentReceipt receipt, SealedConsignment stand) {
        List<KnownSeal> electronic = stand.seals().stream()
                .filter(SealRecord::isElectronic)
                .filter(seal -> seal.state() != SealState.REPLACED && seal.state() != SealState.REMOVED)
                .flatMap(seal -> receipt.seal(seal.name().seal()).stream())
                .toList();
        List<Observation> observations = new ArrayList<>();
        List<Unused> unused = new ArrayList<>();
        for (Sighting sighting : sightings) {
            try {
                observations.add(observation(sighting, receipt, electronic));
            } catch (Refusal why) {
                unused.add(new Unused(sighting, why.sentence()));
            }
        }
        observations.sort(Comparator.comparing(
                observation -> observation.circumstances().claimed().orElseThrow()));
        return new Readings(lists(observations), unused);
    }

    private static Observation observation(Sighting sighting, ConsignmentReceipt receipt, List<KnownSeal> electronic) {
        boolean opened = sighting.opened().orElseThrow(() -> Refusal.malformed(whatItSaysInstead(sighting, receipt)));
        KnownSeal seal = seal(sighting, electronic);
        return new Observation(
                receipt.name(seal),
                new SealAct.Read(
                        receipt.secret().event(sighting.id()),
                        opened,
                        sighting.battery().map(Integer::longValue)),
                new Occasion(Optional.of(sighting.time()), sighting.place().flatMap(Readings::place), List.of())
                        .under(receipt.secret()));
    }

    /** A seal on one of the consignment's containers that nobody has affixed is worth saying. */
    private static String whatItSaysInstead(Sighting sighting, ConsignmentReceipt receipt) {
        return sighting.container().filter(receipt.containers()::contains).stream()
                .flatMap(container -> sighting.seals().stream().filter(number -> receipt.seals().stream()
                        .noneMatch(seal -> seal.container().equals(container) && isNumber(seal, number))))
                .findFirst()
                .map(number -> "It names the seal " + Shown.of(number)
                        + ", which the receipt does not know on that container.")
                .orElse("It does not say whether the seal was open.");
    }

    private static boolean isNumber(KnownSeal seal, String text) {
        try {
            return seal.number().equals(SealNumber.parse(text));
        } catch (Refusal noNumber) {
            return false;
        }
    }

    private static KnownSeal seal(Sighting sighting, List<KnownSeal> electronic) {
        List<KnownSeal> byDevice = electronic.stream()
                .filter(seal -> seal.devices().stream().anyMatch(sighting.device()::contains))
                .toList();
        List<KnownSeal> meant = byDevice.isEmpty()
                ? electronic.stream()
                        .filter(seal -> sighting.container()
                                .filter(seal.container()::equals)
                                .isPresent())
                        // Which of several it was, only a device's identifier says.
                        .filter(seal ->
                                sighting.device().isEmpty() || seal.devices().isEmpty())
                        .toList()
                : byDevice;
        if (meant.size() == 1) {
            return meant.get(0);
        }
        throw Refusal.malformed(
                meant.isEmpty()
                        ? "No electronic seal that the receipt knows is on that container, or reports under that device."
                        : "Several electronic seals are on that container, and it does not say which it was.");
    }

    private static Optional<Place> place(String text) {
        try {
            return Optional.of(new Place(text));
        } catch (Refusal notACode) {
            return Optional.empty();
        }
    }

    private static List<ObservationList> lists(List<Observation> observations) {
        List<ObservationList> lists = new ArrayList<>();
        for (int from = 0; from < observations.size(); from += ObservationList.MOST) {
            lists.add(new ObservationList(
                    observations.subList(from, Math.min(observations.size(), from + ObservationList.MOST))));
        }
        return lists;
    }
}
