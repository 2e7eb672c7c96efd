package uz.muhr.client.voyage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uz.muhr.client.tracking.TrackingFile;
import uz.muhr.protocol.sealing.Observed;

/**
 * What became of a file of events, for a person or another program.
 *
 * @param standard in which it is written
 * @param events how many it holds
 * @param recorded how many readings are on the ledger since
 * @param alreadyRecorded how many were before
 * @param refused readings that the ledger did not take, by the reason
 * @param unused events that are no reading of this consignment's seals, by the reason
 * @param faults all that is wrong with the file
 */
public record Imported(
        String standard,
        int events,
        int recorded,
        int alreadyRecorded,
        Map<String, Integer> refused,
        Map<String, Integer> unused,
        List<FaultView> faults) {

    /**
     * Something that is wrong with an event.
     *
     * @param event its number in the file, from 1
     * @param leftOut whether it is not used because of it
     */
    public record FaultView(int event, String code, String sentence, boolean leftOut) {}

    public static Imported of(TrackingFile file, Readings readings, Collection<Observed> outcomes) {
        int recorded = 0;
        int already = 0;
        Map<String, Integer> refused = new TreeMap<>();
        for (Observed outcome : outcomes) {
            if (outcome instanceof Observed.Recorded) {
                recorded++;
            } else if (outcome instanceof Observed.AlreadyRecorded) {
                already++;
            } else if (outcome instanceof Observed.Refused no) {
                refused.merge(String.valueOf(no.refusal().getMessage()), 1, Integer::sum);
            }
        }
        Map<String, Integer> unused = new TreeMap<>();
        readings.unused().forEach(one -> unused.merge(one.why(), 1, Integer::sum));
        List<FaultView> faults = new ArrayList<>();
        file.faults()
                .forEach(fault -> faults.add(
                        new FaultView(fault.event(), fault.code().name(), fault.sentence(), fault.leftOut())));
        return new Imported(file.standard().title(), file.events(), recorded, already, refused, unused, faults);
    }
}
