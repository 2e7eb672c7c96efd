package uz.muhr.client.fabric.key;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import uz.muhr.protocol.json.Members;

/**
 * A certificate and its private key in one file under a password (RFC 7292).
 *
 * @param key which of the file's keys; may be left out while there is one
 */
record Pkcs12File(Path file, Secret password, Optional<String> key) implements KeyPlace {
    static Pkcs12File read(Path profile, Members members) {
        Pkcs12File place = new Pkcs12File(
                profile.resolveSibling(members.text("file")),
                Secret.read(profile, members, "password"),
                members.optionalText("key", name -> name));
        members.end();
        return place;
    }

    @Override
    public UserKey open() {
        char[] opener = password.reveal();
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, opener);
            String name = StoredKeys.choose(store, "The file " + file, key);
            return UserKey.inSoftware(
                    (X509Certificate) store.getCertificate(name), (PrivateKey) store.getKey(name, opener));
        } catch (NoSuchFileException e) {
            throw new UnusableKeyException("The PKCS#12 file " + file + " has to hold the key; it is not there.", e);
        } catch (IOException e) {
            throw new UnusableKeyException(
                    e.getCause() instanceof UnrecoverableKeyException
                            ? "The password does not open the PKCS#12 file " + file + "; give the right one."
                            : file + " has to be a PKCS#12 file; it cannot be read as one.",
                    e);
        } catch (GeneralSecurityException e) {
            throw new UnusableKeyException("The key in " + file + " cannot be read by this Java.", e);
        } finally {
            Arrays.fill(opener, ' ');
        }
    }
}
