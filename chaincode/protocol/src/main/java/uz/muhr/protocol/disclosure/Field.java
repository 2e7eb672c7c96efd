package uz.muhr.protocol.disclosure;

import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/** One thing that a document says. What holds others, an object or a list, is a field too. */
public record Field(FieldPath path, FieldType type, String value) {
    /** How long a value may be, in characters. */
    public static final int LONGEST = 1 << 22;

    public Field {
        if (value.length() > LONGEST) {
            throw Refusal.malformed("The field \"" + Shown.of(path.pointer()) + "\" may have at most " + LONGEST
                    + " characters; it has " + value.length() + ".");
        }
        if (!type.takes(value) || !WellFormed.is(value)) {
            throw Refusal.malformed("The field \"" + Shown.of(path.pointer()) + "\" is a " + type.text()
                    + ", of which \"" + Shown.of(value) + "\" is no value.");
        }
    }

    /** Whether this can hold a field of that path, one step below. */
    boolean canHold(Field other) {
        String step = other.path.steps().get(other.path.steps().size() - 1);
        return switch (type) {
            case OBJECT -> !other.type.isOfXml();
            case ARRAY -> !other.type.isOfXml() && isIndex(step) && Integer.parseInt(step) < Integer.parseInt(value);
            case ELEMENT -> other.type.isOfXml();
            case STRING, NUMBER, BOOLEAN, NULL, ATTRIBUTE, TEXT -> false;
        };
    }

    private static boolean isIndex(String step) {
        return FieldType.ARRAY.takes(step);
    }
}
