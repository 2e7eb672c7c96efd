package uz.muhr.protocol.identifier;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/** An organisation, by the name of its membership service provider in the channel, such as {@code ChamberMSP}. */
public record MspId(String value) implements Comparable<MspId> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,63}");

    public MspId {
        if (!FORM.matcher(value).matches()) {
            throw Refusal.malformed(
                    "An organisation's MSP id has to be 1 to 64 letters, digits, dots or hyphens, such as ChamberMSP; it is \""
                            + Shown.of(value) + "\".");
        }
    }

    byte[] bytes() {
        return value.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public int compareTo(MspId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
