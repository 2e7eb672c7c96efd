package uz.muhr.client.fabric.key;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;

/** Writes PKCS#12 files. */
final class KeyStoreFile {
    static final String PASSWORD = "correct horse";

    private final KeyStore store;

    KeyStoreFile() throws Exception {
        store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
    }

    KeyStoreFile key(String name, PrivateKey key, X509Certificate certificate) throws Exception {
        store.setKeyEntry(name, key, PASSWORD.toCharArray(), new Certificate[] {certificate});
        return this;
    }

    KeyStoreFile certificate(String name, X509Certificate certificate) throws Exception {
        store.setCertificateEntry(name, certificate);
        return this;
    }

    Path write(Path file) throws Exception {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }
}
