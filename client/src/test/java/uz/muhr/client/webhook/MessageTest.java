package uz.muhr.client.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How a message is signed. */
class MessageTest {
    private static final Secret SECRET = Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final Instant SENT = Instant.ofEpochSecond(1_614_265_330);
    private static final Message MESSAGE = new Message("msg_p5jXN8AQM9LWM0D4loKWxJek", SENT, "{\"test\": 2432232314}");

    private static String signature(Message message, Secret secret) {
        return message.signature(secret);
    }

    /** The example of the Standard Webhooks libraries. */
    @Test
    void itIsSignedAsStandardWebhooksSigns() {
        assertEquals("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", signature(MESSAGE, SECRET));
        assertEquals(signature(MESSAGE, SECRET), MESSAGE.headers(SECRET).get("webhook-signature"));
        assertEquals("1614265330", MESSAGE.headers(SECRET).get("webhook-timestamp"));
        assertEquals("msg_p5jXN8AQM9LWM0D4loKWxJek", MESSAGE.headers(SECRET).get("webhook-id"));
    }

    @Test
    void anyChangeOfItAndAnyOtherSecretChangesTheSignature() {
        String right = signature(MESSAGE, SECRET);
        assertNotEquals(right, signature(new Message("msg_other", SENT, MESSAGE.body()), SECRET));
        assertNotEquals(right, signature(new Message(MESSAGE.id(), SENT.plusSeconds(1), MESSAGE.body()), SECRET));
        assertNotEquals(right, signature(new Message(MESSAGE.id(), SENT, "{\"test\": 2432232315}"), SECRET));
        assertNotEquals(right, signature(MESSAGE, Secret.random(new SecureRandom())));
    }

    @Test
    void aSecretIsHandedOverWithItsPrefixAndIsInNoOtherText() {
        Secret secret = Secret.random(new SecureRandom());
        assertTrue(secret.handedOver().matches("whsec_[A-Za-z0-9+/]{43}="), "44 characters for 32 bytes");
        assertEquals(secret.handedOver(), Secret.of(secret.handedOver()).handedOver());
        assertNotEquals(secret.handedOver(), Secret.random(new SecureRandom()).handedOver());
        assertFalse(secret.toString().contains(secret.handedOver().substring(6)));
    }
}
