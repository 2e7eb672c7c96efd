package uz.muhr.client.fabric.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.hyperledger.fabric.client.identity.Identities;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys in files: what opens, and in which sentence the rest is refused. */
class UserKeyTest {
    @TempDir
    Path folder;

    private Certificates authority;
    private KeyPair keys;

    @BeforeEach
    void prepare() throws Exception {
        authority = Certificates.ofNobody();
        keys = Certificates.newKeys("secp256r1");
        Files.writeString(folder.resolve("password"), KeyStoreFile.PASSWORD + "\n");
    }

    @Test
    void aKeyInAPkcs12FileSignsAsItsCertificateSays() throws Exception {
        X509Certificate certificate = authority.forKey(keys.getPublic());
        UserKey key = pkcs12(new KeyStoreFile().key("issuer", keys.getPrivate(), certificate));
        assertEquals(certificate, key.certificate());
        byte[] digest = new byte[32];
        Signature check = Signature.getInstance("NONEwithECDSA");
        check.initVerify(certificate.getPublicKey());
        check.update(digest);
        assertTrue(check.verify(key.signer().sign(digest)));
    }

    @Test
    void aKeyInPemFilesOpensToo() throws Exception {
        X509Certificate certificate = authority.forKey(keys.getPublic());
        assertEquals(certificate, pem(certificate, keys).certificate());
    }

    @Test
    void ofSeveralKeysOneHasToBeNamed() throws Exception {
        KeyPair others = Certificates.newKeys("secp384r1");
        X509Certificate second = authority.forKey(others.getPublic());
        KeyStoreFile store = new KeyStoreFile()
                .key("issuer", keys.getPrivate(), authority.forKey(keys.getPublic()))
                .key("officer", others.getPrivate(), second)
                .certificate("authority", authority.authority());
        assertTrue(refused(() -> pkcs12(store)).contains("holds the keys issuer, officer; name one of them"));
        assertTrue(refused(() -> pkcs12(store, "clerk")).contains("and none named clerk"));
        assertEquals(second, pkcs12(store, "officer").certificate());
    }

    @Test
    void aFileWithoutAKeyIsRefused() throws Exception {
        KeyStoreFile store = new KeyStoreFile().certificate("authority", authority.authority());
        assertTrue(refused(() -> pkcs12(store)).contains("has to hold a private key with its certificate"));
    }

    @Test
    void aWrongPasswordIsSaidAndNotRepeated() throws Exception {
        Files.writeString(folder.resolve("password"), "battery staple");
        String said = refused(
                () -> pkcs12(new KeyStoreFile().key("issuer", keys.getPrivate(), authority.forKey(keys.getPublic()))));
        assertTrue(said.contains("The password does not open the PKCS#12 file"), said);
        assertFalse(said.contains("staple"), said);
    }

    @Test
    void aFileThatIsMissingOrOfAnotherKindIsRefused() throws Exception {
        assertTrue(refused(() -> place("none.p12", "password").open()).contains("it is not there"));
        Files.writeString(folder.resolve("text.p12"), "no store of keys");
        assertTrue(refused(() -> place("text.p12", "password").open()).contains("has to be a PKCS#12 file"));
    }

    @Test
    void aSecretThatIsNotWhereItIsSaidToBeIsRefused() throws Exception {
        Files.writeString(folder.resolve("empty"), "\nnot this line");
        assertTrue(refused(() -> place("k.p12", "absent").open()).contains("absent has to hold a secret"));
        assertTrue(refused(() -> place("k.p12", "empty").open()).contains("it is empty"));
        Secret variable = new Secret.Variable("MUHR_TEST_WHAT_NOBODY_SETS");
        assertTrue(refused(variable::reveal).contains("MUHR_TEST_WHAT_NOBODY_SETS"));
    }

    @Test
    void aCertificateOfAnotherKeyIsRefused() throws Exception {
        X509Certificate others =
                authority.forKey(Certificates.newKeys("secp256r1").getPublic());
        assertTrue(refused(() -> pkcs12(new KeyStoreFile().key("issuer", keys.getPrivate(), others)))
                .contains("belongs to another private key"));
        assertTrue(refused(() -> pem(others, keys)).contains("belongs to another private key"));
    }

    @Test
    void aCertificateThatDoesNotHoldNowIsRefused() throws Exception {
        X509Certificate expired = authority.expired(keys.getPublic());
        assertTrue(refused(() -> pkcs12(new KeyStoreFile().key("issuer", keys.getPrivate(), expired)))
                .contains("it expired at " + expired.getNotAfter().toInstant()));
        X509Certificate early = authority.notYetValid(keys.getPublic());
        assertTrue(refused(() -> pem(early, keys))
                .contains("it does from " + early.getNotBefore().toInstant()));
    }

    @Test
    void aKeyThatFabricDoesNotTakeIsRefused() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair rsa = generator.generateKeyPair();
        X509Certificate certificate = authority.forKey(rsa.getPublic());
        assertTrue(refused(() -> pkcs12(new KeyStoreFile().key("issuer", rsa.getPrivate(), certificate)))
                .contains("has to be an elliptic-curve key; it is RSA"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no PEM", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"})
    void whatIsNoPemFileIsRefused(String text) throws Exception {
        PemFiles files = new PemFiles(
                Files.writeString(folder.resolve("cert.pem"), text),
                Files.writeString(folder.resolve("key.pem"), text));
        assertTrue(refused(files::open).contains("both have to be PEM files"));
    }

    private UserKey pem(X509Certificate certificate, KeyPair pair) throws Exception {
        return new PemFiles(
                        Files.writeString(folder.resolve("cert.pem"), Identities.toPemString(certificate)),
                        Files.writeString(folder.resolve("key.pem"), Identities.toPemString(pair.getPrivate())))
                .open();
    }

    private UserKey pkcs12(KeyStoreFile store) throws Exception {
        store.write(folder.resolve("k.p12"));
        return place("k.p12", "password").open();
    }

    private UserKey pkcs12(KeyStoreFile store, String name) throws Exception {
        return new Pkcs12File(
                        store.write(folder.resolve("k.p12")),
                        new Secret.SecretFile(folder.resolve("password")),
                        Optional.of(name))
                .open();
    }

    private Pkcs12File place(String file, String password) {
        return new Pkcs12File(folder.resolve(file), new Secret.SecretFile(folder.resolve(password)), Optional.empty());
    }

    /** Something that opens a key. */
    private interface Opening {
        Object open() throws Exception;
    }

    private static String refused(Opening opening) {
        return assertThrows(UnusableKeyException.class, opening::open).sentence();
    }
}
