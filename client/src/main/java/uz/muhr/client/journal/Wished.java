package uz.muhr.client.journal;

import java.util.Optional;
import uz.muhr.client.submission.Wish;
import uz.muhr.client.submission.WishText;

/**
 * A wish that is to be kept.
 *
 * @param digest what tells it from other wishes
 */
record Wished(Wish wish, Optional<IdempotencyKey> key, String digest) {
    Wished(Wish wish, Optional<IdempotencyKey> key) {
        this(wish, key, WishText.digest(wish));
    }

    /** Whether there is to be one submission of it, however often it is asked for: until that is refused. */
    boolean onlyOne() {
        return wish instanceof Wish.NewContent;
    }
}
