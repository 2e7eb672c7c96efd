package uz.muhr.client.journal;

import java.util.UUID;
import java.util.regex.Pattern;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/** The name of an accepted submission: a random UUID (RFC 9562, version 4), which nobody guesses. */
public record SubmissionId(String value) {
    private static final Pattern FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    /**
     * Refuses what cannot be.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public SubmissionId {
        if (!FORM.matcher(value).matches()) {
            throw Refusal.malformed("A submission's id has to be a UUID; it is \"" + Shown.of(value) + "\".");
        }
    }

    static SubmissionId random() {
        return new SubmissionId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
