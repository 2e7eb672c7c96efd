package uz.muhr.client.journal;

import java.util.regex.Pattern;
import uz.muhr.protocol.refusal.Refusal;

/** A caller's own name for a request, under which it is accepted once: 1 to 64 printable characters of ASCII. */
public record IdempotencyKey(String value) {
    private static final Pattern FORM = Pattern.compile("[!-~]{1,64}");

    /**
     * Refuses what cannot be.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public IdempotencyKey {
        if (!FORM.matcher(value).matches()) {
            throw Refusal.malformed(
                    "The header Idempotency-Key has to hold 1 to 64 printable ASCII characters without spaces.");
        }
    }
}
