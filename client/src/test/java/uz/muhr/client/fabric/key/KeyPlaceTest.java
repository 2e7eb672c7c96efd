package uz.muhr.client.fabric.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.Refusal;

/** What a profile may say of a user's key. */
class KeyPlaceTest {
    private static final Path PROFILE = Path.of("/somewhere/profiles/chamber.json");

    @Test
    void pathsOfPemFilesAreRelativeToTheProfile() {
        assertEquals(
                new PemFiles(Path.of("/somewhere/profiles/c.pem"), Path.of("/keys/k.pem")),
                read("{\"certificate\":\"c.pem\",\"privateKey\":\"/keys/k.pem\"}"));
    }

    @Test
    void aPkcs12FilesPasswordIsInAFileOrTheEnvironment() {
        assertEquals(
                new Pkcs12File(
                        Path.of("/somewhere/profiles/k.p12"), new Secret.Variable("MUHR_PASSWORD"), Optional.empty()),
                read("{\"pkcs12\":{\"file\":\"k.p12\",\"password\":{\"environment\":\"MUHR_PASSWORD\"}}}"));
        assertEquals(
                new Pkcs12File(
                        Path.of("/somewhere/profiles/k.p12"),
                        new Secret.SecretFile(Path.of("/run/secrets/k")),
                        Optional.of("issuer")),
                read(
                        "{\"pkcs12\":{\"file\":\"k.p12\",\"password\":{\"file\":\"/run/secrets/k\"},\"key\":\"issuer\"}}"));
    }

    @Test
    void aTokenIsNamedByLibraryAndLabel() {
        assertEquals(
                new Pkcs11Token(
                        Path.of("/usr/lib/p11.so"),
                        "agency",
                        new Secret.SecretFile(Path.of("/somewhere/profiles/pin")),
                        Optional.empty()),
                read("{\"pkcs11\":{\"library\":\"/usr/lib/p11.so\",\"token\":\"agency\",\"pin\":{\"file\":\"pin\"}}}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"pkcs12\":{\"file\":\"k.p12\",\"password\":\"letmein\"}}",
                "{\"pkcs11\":{\"library\":\"/l.so\",\"token\":\"t\",\"pin\":\"letmein\"}}"
            })
    void aSecretInTheProfileItselfIsRefusedAndNotRepeated(String json) {
        Refusal refusal = assertThrows(Refusal.class, () -> read(json));
        assertTrue(refusal.sentence().contains("has to be a JSON object"), refusal.sentence());
        assertFalse(refusal.sentence().contains("letmein"), refusal.sentence());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"certificate\":\"c.pem\"}",
                "{\"pkcs12\":{\"file\":\"k.p12\"}}",
                "{\"pkcs12\":{\"file\":\"k.p12\",\"password\":{}}}",
                "{\"pkcs12\":{\"file\":\"k.p12\",\"password\":{\"file\":\"p\",\"environment\":\"P\"}}}",
                "{\"pkcs12\":{\"file\":\"k.p12\",\"password\":{\"file\":\"p\"},\"alias\":\"a\"}}",
                "{\"pkcs11\":{\"library\":\"/l.so\",\"pin\":{\"file\":\"p\"}}}",
                "{\"pkcs11\":{\"library\":\"/l.so\\\"\\nslot=1\",\"token\":\"t\",\"pin\":{\"file\":\"p\"}}}",
                "{\"pkcs12\":{\"file\":\"k.p12\",\"password\":{\"file\":\"p\"}},\"certificate\":\"c.pem\",\"privateKey\":\"k\"}"
            })
    void whatIsMissingSurplusOrUnknownIsRefused(String json) {
        assertThrows(Refusal.class, () -> read(json));
    }

    private static KeyPlace read(String json) {
        Members user = StrictJson.object("A user", json);
        KeyPlace place = KeyPlace.read(PROFILE, user);
        user.end();
        return place;
    }
}
