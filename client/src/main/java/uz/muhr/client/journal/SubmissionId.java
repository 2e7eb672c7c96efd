package uz.muhr.client.journal;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/**
 * The name of an accepted submission: a UUID of RFC 9562, version 7. It begins with the time, so that a database writes those
 * of one moment side by side; its 74 random bits nobody guesses. Of version 4 are those that an earlier Muhr gave.
 */
public record SubmissionId(String value) {
    private static final Pattern FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TIME_DIGITS = 12;
    private static final int RANDOM_BYTES = 10;

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

    static SubmissionId random(Instant now) {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        return of(now, random);
    }

    /** The least of those of a moment, as both databases compare them. */
    static SubmissionId firstOf(Instant moment) {
        return of(moment, new byte[RANDOM_BYTES]);
    }

    private static SubmissionId of(Instant now, byte[] random) {
        String digits = HexFormat.of().formatHex(random);
        String time = HexFormat.of().toHexDigits(now.toEpochMilli(), TIME_DIGITS);
        return new SubmissionId("%s-%s-7%s-%s%s-%s"
                .formatted(
                        time.substring(0, 8),
                        time.substring(8),
                        digits.substring(0, 3),
                        "89ab".charAt(random[RANDOM_BYTES - 1] & 3),
                        digits.substring(3, 6),
                        digits.substring(6, 18)));
    }

    UUID uuid() {
        return UUID.fromString(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
