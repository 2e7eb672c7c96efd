package uz.muhr.client.journal;

import java.util.Optional;
import java.util.UUID;
import uz.muhr.client.submission.Wish;
import uz.muhr.client.submission.WishText;

/**
 * A wish that is to be kept.
 *
 * @param digest what tells it from other wishes
 */
record Wished(Wish wish, Optional<IdempotencyKey> key, String digest) {
    private static final int HEX = 16;
    private static final int LONG_DIGITS = 16;

    Wished(Wish wish, Optional<IdempotencyKey> key) {
        this(wish, key, WishText.digest(wish));
    }

    /** The first half of the digest, as the journal looks for it. */
    UUID uuid() {
        return new UUID(
                Long.parseUnsignedLong(digest, 0, LONG_DIGITS, HEX),
                Long.parseUnsignedLong(digest, LONG_DIGITS, 2 * LONG_DIGITS, HEX));
    }

    /** Whether there is to be one submission of it, however often it is asked for: until that is refused. */
    boolean onlyOne() {
        return wish instanceof Wish.NewContent;
    }
}
