package uz.muhr.client.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uz.muhr.protocol.freight.ContainerNumber;

/**
 * What one event tells of one container, or of a device whose container it does not name.
 *
 * @param event its number in the file, from 1
 * @param id its own identifier, or the hash of its content when it has none: the same event has the same one in every file
 * @param time when it happened, as its author's clock had it
 * @param what the step, in the standard's own word
 * @param device the identifiers of the devices that reported
 * @param seals the seal numbers that it names
 * @param opened whether the seal or the door was found open; absent when it says nothing of that
 * @param battery what is left of the device's battery, in per cent
 * @param place UN/LOCODE, or another identifier of the place
 */
public record Sighting(
        int event,
        String id,
        Instant time,
        String what,
        Optional<ContainerNumber> container,
        List<String> device,
        List<String> seals,
        Optional<Boolean> opened,
        Optional<Integer> battery,
        Optional<String> place) {
    public Sighting {
        device = List.copyOf(device);
        seals = List.copyOf(seals);
    }
}
