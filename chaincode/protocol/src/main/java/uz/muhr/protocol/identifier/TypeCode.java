package uz.muhr.protocol.identifier;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/** What kind of document it is: a code of UN/EDIFACT code list 1001 (document name code), release D.23B. */
public record TypeCode(String value) implements Comparable<TypeCode> {
    private record Range(int first, int last) {}

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,2}");

    /** The 814 codes of UNTDID 1001 D.23B. */
    private static final List<Range> CODES = List.of(
            new Range(1, 470),
            new Range(480, 491),
            new Range(493, 503),
            new Range(520, 539),
            new Range(550, 554),
            new Range(575, 589),
            new Range(610, 610),
            new Range(621, 660),
            new Range(700, 799),
            new Range(810, 879),
            new Range(890, 917),
            new Range(925, 927),
            new Range(929, 938),
            new Range(940, 941),
            new Range(950, 955),
            new Range(960, 966),
            new Range(970, 972),
            new Range(974, 979),
            new Range(990, 991),
            new Range(995, 996),
            new Range(998, 998));

    /** Names for the types that the network's organisations issue. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("271", "packing list"),
            Map.entry("380", "commercial invoice"),
            Map.entry("705", "bill of lading"),
            Map.entry("720", "rail consignment note"),
            Map.entry("730", "road consignment note"),
            Map.entry("740", "air waybill"),
            Map.entry("785", "cargo manifest"),
            Map.entry("811", "export licence"),
            Map.entry("830", "goods declaration for exportation"),
            Map.entry("851", "phytosanitary certificate"),
            Map.entry("852", "sanitary certificate"),
            Map.entry("853", "veterinary certificate"),
            Map.entry("861", "certificate of origin"),
            Map.entry("865", "certificate of origin form GSP"),
            Map.entry("911", "import licence"),
            Map.entry("929", "goods declaration for importation"),
            Map.entry("954", "EUR 1 certificate of origin"));

    public TypeCode {
        if (!FORM.matcher(value).matches() || !listed(Integer.parseInt(value))) {
            throw Refusal.malformed(
                    "A document's type has to be a code of UNTDID 1001, such as 861 for a certificate of origin; it is \""
                            + Shown.of(value) + "\".");
        }
    }

    private static boolean listed(int code) {
        return CODES.stream().anyMatch(range -> range.first <= code && code <= range.last);
    }

    /** The name people know it by, or the code itself. */
    public String title() {
        return NAMES.getOrDefault(value, "document of type " + value);
    }

    byte[] bytes() {
        return value.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public int compareTo(TypeCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
