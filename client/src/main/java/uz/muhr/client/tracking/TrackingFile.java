package uz.muhr.client.tracking;

import java.util.List;

/**
 * A file of events, read.
 *
 * @param events how many it holds, sound or not
 * @param sightings what those tell that are sound, in the file's order; an event that names no container tells nothing
 * @param faults all that is wrong, in the file's order
 */
public record TrackingFile(Standard standard, int events, List<Sighting> sightings, List<Fault> faults) {
    public TrackingFile {
        sightings = List.copyOf(sightings);
        faults = List.copyOf(faults);
    }
}
