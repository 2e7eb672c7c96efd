package uz.muhr.client.access;

import java.time.Duration;
import java.util.Optional;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import uz.muhr.client.turn.Turns;

/**
 * Hashes passwords with Argon2id, and compares. The measures are of OWASP's Password Storage Cheat Sheet: 12 MiB and three
 * passes, one lane; two are computed at a time, so that many who sign in at once cost no memory.
 */
final class Passwords {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 12 << 10;
    private static final int PASSES = 3;
    private static final int AT_A_TIME = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Of nothing that anybody can type: compared with where there is no account, so that it takes as long. */
    static final String NOBODYS =
            "$argon2id$v=19$m=12288,t=3,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);
    private final Turns turns = new Turns(AT_A_TIME, PATIENCE, () -> new TooManyAttemptsException(PATIENCE));

    /**
     * What is kept of a password, with its salt and measures.
     *
     * @throws TooManyAttemptsException when so many ask that it takes too long
     */
    String hash(Password password) {
        return turns.take(() -> String.valueOf(argon2.encode(password.handedOver())));
    }

    /**
     * Whether a password is the one that was hashed; it takes as long when there is none.
     *
     * @throws TooManyAttemptsException when so many ask that it takes too long
     */
    boolean matches(Password password, Optional<String> hash) {
        return turns.take(() -> argon2.matches(password.handedOver(), hash.orElse(NOBODYS)) && hash.isPresent());
    }
}
