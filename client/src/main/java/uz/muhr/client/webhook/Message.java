package uz.muhr.client.webhook;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One event on its way to one receiver, as Standard Webhooks 1.0 has it: signed together with its id and the time of
 * sending, so that a receiver can tell a copy that comes late or twice.
 *
 * @param id the same at each attempt, and for no other event of the subscription
 * @param sent when this attempt is made
 * @param body JSON
 */
record Message(String id, Instant sent, String body) {
    private static final String HMAC = "HmacSHA256";

    /** The headers that a receiver checks. */
    Map<String, String> headers(Secret secret) {
        return Map.of(
                "webhook-id",
                id,
                "webhook-timestamp",
                Long.toString(sent.getEpochSecond()),
                "webhook-signature",
                signature(secret));
    }

    /** Version 1 of it, with its prefix. */
    String signature(Secret secret) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.bytes(), HMAC));
            String signed = id + "." + sent.getEpochSecond() + "." + body;
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java has HMAC with SHA-256.", e);
        }
    }
}
