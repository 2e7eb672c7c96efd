package uz.muhr.client.fabric.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.identity.Identities;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.commitment.ReceiptFile;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.network.identity.AuthorityFolder;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.script.ScriptNetwork;
import uz.muhr.network.topology.Organisation;

/** The command line with keys that are not in PEM files: made in a token, kept in a PKCS#12 file. */
@Tag("ledger")
@Tag("long-on-fabric")
@ExtendWith(TestNetwork.class)
@TestInstance(Lifecycle.PER_CLASS)
class TokenIT {
    private static final String TOKEN = "agency";

    private SoftHsm hsm;
    private Path folder;
    private JsonObject profile;

    @BeforeAll
    void makeKeysInATokenAndHaveThemCertified(ScriptNetwork network, @TempDir Path temporary) throws Exception {
        Assumptions.assumeTrue(SoftHsm.installed(), "SoftHSM and OpenSC are not installed");
        folder = temporary;
        hsm = new SoftHsm(Files.createDirectory(folder.resolve("hsm")));
        // The agency's is not the first slot's, so that a slot's number alone would find the wrong one.
        hsm.newToken("another");
        hsm.newToken(TOKEN);
        Organisation chamber = network.topology().organisation("chamber");
        NetworkHome home = network.home();
        X509Certificate issuer = certificate(home.user(chamber, "issuer").certificate());
        AuthorityFolder signing = home.signingAuthority(chamber);
        Certificates authority = new Certificates(
                certificate(signing.certificate()), Identities.readPrivateKey(Files.readString(signing.privateKey())));

        PublicKey key = hsm.newKey(TOKEN, "issuer", "01");
        hsm.put(TOKEN, "issuer", "01", authority.like(issuer, key));
        hsm.put(TOKEN, "former", "02", authority.expired(hsm.newKey(TOKEN, "former", "02")));
        hsm.newKey(TOKEN, "mixed", "03");
        hsm.put(TOKEN, "mixed", "03", authority.like(issuer, key));

        Files.writeString(folder.resolve("pin"), SoftHsm.PIN + "\n");
        Files.writeString(folder.resolve("wrong"), "0000-0000\n");
        profile = JsonParser.parseString(Files.readString(network.profiles().resolve("chamber.json")))
                .getAsJsonObject();
        JsonObject gateway = profile.getAsJsonArray("gateways").get(0).getAsJsonObject();
        Path trust = network.profiles().resolve(gateway.get("tlsCaCertificate").getAsString());
        gateway.addProperty("tlsCaCertificate", trust.toAbsolutePath().toString());
        JsonArray users = new JsonArray();
        users.add(user("issuer", token(SoftHsm.LIBRARY, TOKEN, "pin", "issuer")));
        users.add(user("wrong-pin", token(SoftHsm.LIBRARY, TOKEN, "wrong", "issuer")));
        users.add(user("no-token", token(SoftHsm.LIBRARY, "agencies", "pin", "issuer")));
        users.add(user("no-key", token(SoftHsm.LIBRARY, TOKEN, "pin", "clerk")));
        users.add(user("no-library", token(Path.of("/usr/lib/nobody-has-this.so"), TOKEN, "pin", "issuer")));
        users.add(user("mixed", token(SoftHsm.LIBRARY, TOKEN, "pin", "mixed")));
        users.add(user("former", token(SoftHsm.LIBRARY, TOKEN, "pin", "former")));
        users.add(inAFile(authority, issuer));
        profile.add("users", users);
        Files.writeString(folder.resolve("chamber.json"), profile.toString());
    }

    @Test
    void aDocumentIsAnchoredWithAKeyThatNeverLeftItsToken(ScriptNetwork network) throws Exception {
        anchors(network, "issuer", Map.of());
    }

    @Test
    void aDocumentIsAnchoredWithAKeyFromAPkcs12File(ScriptNetwork network) throws Exception {
        anchors(network, "file", Map.of("MUHR_TEST_PASSWORD", KeyStoreFile.PASSWORD));
    }

    @Test
    void withoutThePasswordInTheEnvironmentNothingIsTried() throws Exception {
        refuses("file", "The environment has to hold a secret as MUHR_TEST_PASSWORD");
    }

    @Test
    void aWrongPinIsOneSentenceAndTriedOnce() throws Exception {
        refuses("wrong-pin", "The token agency does not take the PIN");
    }

    @Test
    void aTokenThatIsNotThereIsOneSentenceThatNamesThoseThatAre() throws Exception {
        String said = refuses("no-token", "One token labelled agencies was expected");
        assertTrue(said.contains("present: another, agency") || said.contains("present: agency, another"), said);
    }

    @Test
    void aKeyThatTheTokenDoesNotHoldIsOneSentence() throws Exception {
        refuses("no-key", "none named clerk");
    }

    @Test
    void aLibraryThatIsNotThereIsOneSentence() throws Exception {
        refuses("no-library", "has to be a PKCS#11 library");
    }

    @Test
    void aCertificateOfAnotherKeyIsOneSentence() throws Exception {
        refuses("mixed", "belongs to another private key");
    }

    @Test
    void anExpiredCertificateIsOneSentence() throws Exception {
        refuses("former", "it expired at");
    }

    private void anchors(ScriptNetwork network, String user, Map<String, String> environment) throws Exception {
        Path file = Client.newFile(folder, user + ".pdf");
        Said said = muhr(
                environment,
                "submit",
                file.toString(),
                "--type",
                "861",
                "--number",
                Client.newNumber(),
                "--as",
                "chamber/" + user);
        assertEquals(0, said.exit, said.text);
        assertTrue(said.text.contains("ANCHORED"), said.text);
        try (Ledger ledger = Client.ledger(network, "customs")) {
            assertEquals(
                    "VALID",
                    Client.verdict(ledger, file, ReceiptFile.beside(file).read())
                            .name());
        }
    }

    private String refuses(String user, String because) throws Exception {
        Said said = muhr(Map.of(), "authorities", "--as", "chamber/" + user);
        assertEquals(64, said.exit, said.text);
        assertTrue(said.text.contains(because), said.text);
        assertEquals(1, said.text.lines().count(), said.text);
        assertFalse(said.text.contains("0000-0000") || said.text.contains(SoftHsm.PIN), said.text);
        return said.text;
    }

    /** How a command ended and all that it said. */
    private record Said(int exit, String text) {}

    private Said muhr(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "uz.muhr.client.cli.Muhr"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--profiles", folder.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(hsm.environment());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), text);
        return new Said(process.exitValue(), text);
    }

    private JsonObject inAFile(Certificates authority, X509Certificate issuer) throws Exception {
        var keys = Certificates.newKeys("secp256r1");
        new KeyStoreFile()
                .key("issuer", keys.getPrivate(), authority.like(issuer, keys.getPublic()))
                .write(folder.resolve("issuer.p12"));
        return user(
                "file", "\"pkcs12\":{\"file\":\"issuer.p12\",\"password\":{\"environment\":\"MUHR_TEST_PASSWORD\"}}");
    }

    private static JsonObject user(String name, String key) {
        return JsonParser.parseString("{\"name\":\"" + name + "\",\"role\":\"issuer\"," + key + "}")
                .getAsJsonObject();
    }

    private static String token(Path library, String label, String pin, String key) {
        return "\"pkcs11\":{\"library\":\"" + library + "\",\"token\":\"" + label + "\",\"pin\":{\"file\":\"" + pin
                + "\"},\"key\":\"" + key + "\"}";
    }

    private static X509Certificate certificate(Path file) throws Exception {
        return Identities.readX509Certificate(Files.readString(file));
    }
}
