package uz.muhr.client.fabric.key;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Optional;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.refusal.Refusal;

/**
 * A certificate and its private key in a token, such as a smart card or a hardware security module (OASIS PKCS #11); the key
 * stays there.
 *
 * @param library the maker's PKCS#11 library
 * @param token the token's label
 * @param key the label of certificate and key; may be left out while there is one pair
 */
record Pkcs11Token(Path library, String token, Secret pin, Optional<String> key) implements KeyPlace {
    private static final String JAVA_PROVIDER = "SunPKCS11";

    static Pkcs11Token read(Path profile, Members members) {
        Pkcs11Token place = new Pkcs11Token(
                profile.resolveSibling(members.text("library")),
                members.text("token"),
                Secret.read(profile, members, "pin"),
                members.optionalText("key", name -> name));
        members.end();
        if (place.library.toString().matches(".*[\"\\\\\\p{Cntrl}].*")) {
            throw Refusal.malformed("\"library\" of \"pkcs11\" may not have quotes or backslashes.");
        }
        return place;
    }

    /** The PIN is tried once: a token locks itself after some wrong ones. */
    @Override
    public UserKey open() {
        Provider provider = provider(TokenSlots.open(library).index(token));
        char[] opener = pin.reveal();
        try {
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, opener);
            String name = StoredKeys.choose(store, "The token " + token, key);
            X509Certificate certificate = (X509Certificate) store.getCertificate(name);
            if (!(certificate.getPublicKey() instanceof ECPublicKey publicKey)) {
                throw new UnusableKeyException("The key " + name + " of the token " + token
                        + " has to be an elliptic-curve key, as Fabric demands; it is not.");
            }
            return new UserKey(certificate, TokenSigner.of(provider, (PrivateKey) store.getKey(name, null), publicKey));
        } catch (IOException e) {
            throw new UnusableKeyException(
                    e.getCause() instanceof UnrecoverableKeyException
                            ? "The token " + token + " does not take the PIN: it is wrong, or locked after wrong ones."
                                    + " Nothing was tried again."
                            : "The token " + token + " cannot be read.",
                    e);
        } catch (GeneralSecurityException | ProviderException e) {
            throw new UnusableKeyException("The token " + token + " cannot be read: " + e.getMessage() + ".", e);
        } finally {
            Arrays.fill(opener, ' ');
        }
    }

    private Provider provider(int slot) {
        Provider java = Security.getProvider(JAVA_PROVIDER);
        if (java == null) {
            throw new UnusableKeyException("This Java cannot use PKCS#11 tokens; use a complete JDK (its module"
                    + " jdk.crypto.cryptoki is missing).");
        }
        try {
            return java.configure("--name=muhr\nlibrary=\"" + library + "\"\nslotListIndex=" + slot + "\n");
        } catch (InvalidParameterException | ProviderException e) {
            throw new UnusableKeyException("The token " + token + " cannot be used: " + e.getMessage() + ".", e);
        }
    }
}
