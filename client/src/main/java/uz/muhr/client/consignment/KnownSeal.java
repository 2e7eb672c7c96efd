package uz.muhr.client.consignment;

import java.util.List;
import java.util.regex.Pattern;
import uz.muhr.protocol.freight.ContainerNumber;
import uz.muhr.protocol.freight.SealManufacturer;
import uz.muhr.protocol.freight.SealNumber;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/**
 * A container seal as it hangs there, which the ledger knows by a commitment alone.
 *
 * @param devices under which identifiers an electronic one reports, such as an EPC; none for a mechanical one
 */
public record KnownSeal(
        ContainerNumber container, SealManufacturer manufacturer, SealNumber number, List<String> devices) {
    private static final int MOST_DEVICES = 8;

    /** As URIs are: no spaces, no controls. */
    private static final Pattern DEVICE = Pattern.compile("\\p{Graph}{1,200}");

    /** Refuses identifiers that nobody could have. */
    public KnownSeal {
        devices = List.copyOf(devices);
        if (devices.size() > MOST_DEVICES) {
            throw Refusal.malformed("A container seal reports under at most " + MOST_DEVICES
                    + " identifiers; there are " + devices.size() + ".");
        }
        for (String device : devices) {
            if (!DEVICE.matcher(device).matches()) {
                throw Refusal.malformed("The identifier under which a container seal reports has to be 1 to 200 ASCII"
                        + " characters without spaces; it is \"" + Shown.of(device) + "\".");
            }
        }
    }

    /** What people call it. */
    public String name() {
        return manufacturer + " " + number;
    }
}
