package uz.muhr.client.cli;

import java.util.ArrayList;
import java.util.List;
import uz.muhr.client.disclosure.DisclosureView;

/** What a disclosure shows, for a person. */
final class DisclosureLines {
    private static final int ENOUGH = 200;

    private DisclosureLines() {}

    static List<String> of(DisclosureView view) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + view.fields().size() + " fields are shown, " + view.hidden() + " are hidden.");
        view.fields()
                .forEach(field -> lines.add("  " + (field.path().isEmpty() ? "(document)" : field.path()) + "  "
                        + field.type() + "  " + shortened(field.value())));
        return lines;
    }

    private static String shortened(String value) {
        return value.codePointCount(0, value.length()) <= ENOUGH
                ? value
                : value.substring(0, value.offsetByCodePoints(0, ENOUGH)) + "... (" + value.length() + " characters)";
    }
}
