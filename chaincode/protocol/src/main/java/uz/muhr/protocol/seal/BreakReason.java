package uz.muhr.protocol.seal;

import java.util.Arrays;
import java.util.stream.Collectors;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/** Why an authority breaks a container seal. */
public enum BreakReason {
    INSPECTION("inspection"),
    SAMPLING("sampling"),
    SEIZURE("seizure"),
    DANGER("danger");

    private final String text;

    BreakReason(String text) {
        this.text = text;
    }

    /** As the ledger writes it. */
    public String text() {
        return text;
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT, naming the reasons there are
     */
    public static BreakReason parse(String text) {
        for (BreakReason reason : values()) {
            if (reason.text.equals(text)) {
                return reason;
            }
        }
        throw Refusal.malformed("The reason to break a container seal has to be one of "
                + Arrays.stream(values()).map(BreakReason::text).collect(Collectors.joining(", ")) + "; it is \""
                + Shown.of(text) + "\".");
    }
}
