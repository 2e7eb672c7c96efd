package uz.muhr.client.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uz.muhr.protocol.hash.DomainHash;

/**
 * A program's key whole: {@code muhr_}, its id (16 hexadecimal digits), {@code _}, and 32 random bytes in base64url. The
 * prefix lets scanners of source code find one that was published. It is in no text but the one that hands it over.
 */
public final class KeySecret {
    private static final Pattern FORM = Pattern.compile("muhr_([0-9a-f]{16})_[A-Za-z0-9_-]{43}");
    private static final int ID_BYTES = 8;
    private static final int SECRET_BYTES = 32;

    private final String id;
    private final String text;

    private KeySecret(String id, String text) {
        this.id = id;
        this.text = text;
    }

    static KeySecret random(SecureRandom random) {
        byte[] id = new byte[ID_BYTES];
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(id);
        random.nextBytes(secret);
        String name = HexFormat.of().formatHex(id);
        return new KeySecret(
                name,
                "muhr_" + name + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Reads one; empty when the text is none. */
    public static Optional<KeySecret> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new KeySecret(form.group(1), text)) : Optional.empty();
    }

    String id() {
        return id;
    }

    /** All that is kept of it: so much randomness needs no slow hash. */
    String digest() {
        return HexFormat.of().formatHex(DomainHash.sha256().digest(text.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The key, for whoever made it; shown once. */
    public String handedOver() {
        return text;
    }

    @Override
    public String toString() {
        return "the secret of key " + id;
    }
}
