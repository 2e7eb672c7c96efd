package uz.muhr.client.consignment;

import java.util.List;
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
    private static final int LONGEST_DEVICE = 200;

    /** Refuses identifiers that nobody could have. */
    public KnownSeal {
        devices = List.copyOf(devices);
        if (devices.size() > MOST_DEVICES) {
            throw Refusal.malformed("A container seal reports under at most " + MOST_DEVICES
                    + " identifiers; there are " + devices.size() + ".");
        }
        for (String device : devices) {
            if (device.isBlank()
                    || device.length() > LONGEST_DEVICE
                    || !Shown.of(device).equals(shortened(device))) {
                throw Refusal.malformed("The identifier under which a container seal reports has to be 1 to "
                        + LONGEST_DEVICE + " printable characters; it is \"" + Shown.of(device) + "\".");
            }
        }
    }

    private static String shortened(String device) {
        return device.codePointCount(0, device.length()) > 40
                ? device.substring(0, device.offsetByCodePoints(0, 40)) + "..."
                : device;
    }

    /** What people call it. */
    public String name() {
        return manufacturer + " " + number;
    }
}
