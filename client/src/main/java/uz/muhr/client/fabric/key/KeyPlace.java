package uz.muhr.client.fabric.key;

import java.nio.file.Path;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.refusal.Refusal;

/** Where a user's certificate and private key are kept. */
public sealed interface KeyPlace permits PemFiles, Pkcs12File, Pkcs11Token {
    /**
     * What a profile says of a user's key; it says it in one of three ways.
     *
     * @param profile the profile's file, to which paths are relative
     * @throws Refusal MALFORMED_ARGUMENT
     */
    static KeyPlace read(Path profile, Members user) {
        return user.<KeyPlace>optional("pkcs12", json -> Pkcs12File.read(profile, Members.of("\"pkcs12\"", json)))
                .or(() -> user.optional("pkcs11", json -> Pkcs11Token.read(profile, Members.of("\"pkcs11\"", json))))
                .orElseGet(() -> PemFiles.read(profile, user));
    }

    /**
     * Fetches the key, or reaches it where it stays.
     *
     * @throws UnusableKeyException when it is not there, not opened, or not this certificate's
     */
    UserKey open();
}
