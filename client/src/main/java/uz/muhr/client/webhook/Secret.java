package uz.muhr.client.webhook;

import java.security.SecureRandom;
import java.util.Base64;

/** What a subscription's messages are signed with. It is in no text but the one that hands it over. */
public final class Secret {
    private static final int BYTES = 32;

    /** By which Standard Webhooks tells a secret from other texts. */
    private static final String PREFIX = "whsec_";

    private final byte[] bytes;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    static Secret random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Secret(bytes);
    }

    /** Reads what {@link #handedOver()} wrote. */
    static Secret of(String text) {
        return new Secret(Base64.getDecoder().decode(text.substring(PREFIX.length())));
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** As it is given to the receiver: {@code whsec_} and base64. */
    public String handedOver() {
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
