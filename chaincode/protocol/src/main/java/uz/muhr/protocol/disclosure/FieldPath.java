package uz.muhr.protocol.disclosure;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/**
 * Where a field stands in its document: a JSON Pointer (RFC 6901), empty for the document itself. Paths are sorted by their
 * UTF-8 bytes, taken as unsigned, so that whatever holds a field comes before it.
 */
public record FieldPath(String pointer) implements Comparable<FieldPath> {
    /** How many steps a path may have. */
    public static final int DEEPEST = 32;

    private static final int LONGEST = 1024;
    private static final Pattern FORM = Pattern.compile("(?s)(/[^~/]*(~[01][^~/]*)*)*");

    /** The document itself. */
    public static final FieldPath ROOT = new FieldPath("");

    public FieldPath {
        if (pointer.length() > LONGEST) {
            throw Refusal.malformed(
                    "A field's path may have at most " + LONGEST + " characters; one has " + pointer.length() + ".");
        }
        if (!FORM.matcher(pointer).matches() || !WellFormed.is(pointer)) {
            throw Refusal.malformed(
                    "A field's path has to be a JSON Pointer (RFC 6901); one is \"" + Shown.of(pointer) + "\".");
        }
        if (pointer.chars().filter(c -> c == '/').count() > DEEPEST) {
            throw Refusal.malformed(
                    "A document may be at most " + DEEPEST + " levels deep; \"" + Shown.of(pointer) + "\" is deeper.");
        }
    }

    /** The path one step further. */
    public FieldPath then(String step) {
        return new FieldPath(pointer + "/" + step.replace("~", "~0").replace("/", "~1"));
    }

    /** The steps, escapes undone. */
    public List<String> steps() {
        return Arrays.stream(pointer.split("/", -1))
                .skip(1)
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    /** What holds the field; empty for the document itself. */
    public Optional<FieldPath> holder() {
        int last = pointer.lastIndexOf('/');
        return last < 0 ? Optional.empty() : Optional.of(new FieldPath(pointer.substring(0, last)));
    }

    /** Whether it is the other, or stands somewhere in it. */
    public boolean isWithin(FieldPath other) {
        return equals(other) || pointer.startsWith(other.pointer + "/");
    }

    byte[] bytes() {
        return pointer.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int compareTo(FieldPath other) {
        return Arrays.compareUnsigned(bytes(), other.bytes());
    }

    @Override
    public String toString() {
        return pointer;
    }
}
