package uz.muhr.network.fabric;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PackageCommandTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Path folder;

    PackageCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aServerInTheClearIsPackedUnderTheIdThatIsPrinted() throws IOException, NoSuchAlgorithmException {
        assertEquals(0, run("--address", "chaincode.customs.example:9999"), err::toString);
        Path made = folder.resolve("out/muhr.tar.gz");
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(made)));
        assertTrue(out.toString(UTF_8).contains("\nid muhr:" + hash + "\n"), out::toString);
        assertTrue(out.toString(UTF_8).contains("peer lifecycle chaincode install " + made), out::toString);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(made)));
        JsonObject connection = connection(made);
        assertEquals("chaincode.customs.example:9999", connection.get("address").getAsString());
        assertFalse(connection.get("tls_required").getAsBoolean());
        assertFalse(connection.get("client_auth_required").getAsBoolean());
        assertFalse(connection.has("root_cert"));
    }

    @Test
    void aServerOverTlsIsPackedWithItsAuthority() throws IOException {
        Path root = pem("ca.pem", "CERTIFICATE");
        assertEquals(0, run("--address", "[::1]:443", "--label", "muhr_2.0", "--tls-root", root.toString()));
        JsonObject connection = connection(folder.resolve("out/muhr_2.0.tar.gz"));
        assertTrue(connection.get("tls_required").getAsBoolean());
        assertFalse(connection.get("client_auth_required").getAsBoolean());
        assertEquals(Files.readString(root), connection.get("root_cert").getAsString());
        assertFalse(out.toString(UTF_8).contains("private key"), out::toString);
    }

    @Test
    void aServerThatDemandsACertificateOfThePeerIsPackedWithOneAndAWarning() throws IOException {
        String root = pem("ca.pem", "CERTIFICATE").toString();
        Path certificate = pem("peer.pem", "CERTIFICATE");
        Path key = pem("peer.key", "EC PRIVATE KEY");
        assertEquals(
                0,
                run(
                        "--address",
                        "cc:1",
                        "--tls-root",
                        root,
                        "--client-certificate",
                        certificate.toString(),
                        "--client-key",
                        key.toString()));
        JsonObject connection = connection(folder.resolve("out/muhr.tar.gz"));
        assertTrue(connection.get("client_auth_required").getAsBoolean());
        assertEquals(
                Files.readString(certificate), connection.get("client_cert").getAsString());
        assertEquals(Files.readString(key), connection.get("client_key").getAsString());
        assertTrue(out.toString(UTF_8).endsWith("for the administrator of this peer alone.\n"), out::toString);
        assertFalse(out.toString(UTF_8).contains("BEGIN"), "no key is shown");
    }

    @Test
    void theSameAgainIsTheSameAndAnotherIsNotWrittenOverIt() throws IOException {
        assertEquals(0, run("--address", "cc:1"));
        byte[] first = Files.readAllBytes(folder.resolve("out/muhr.tar.gz"));
        assertEquals(0, run("--address", "cc:1"));
        assertEquals(1, run("--address", "cc:2"));
        assertTrue(err.toString(UTF_8).contains("is another package; name another --label or --out"), err::toString);
        assertEquals(first.length, Files.size(folder.resolve("out/muhr.tar.gz")));
    }

    @Test
    void eachMistakeIsNamedAndNothingIsWritten() throws IOException {
        String root = pem("ca.pem", "CERTIFICATE").toString();
        assertRefused("The option --address takes HOST:PORT,", "--label", "x");
        for (String wrong : new String[] {"", "cc", "cc:", ":1", "cc:0", "cc:65536", "cc:99999", "c c:1", "a/b:1"}) {
            assertRefused("The option --address takes HOST:PORT,", "--address", wrong);
        }
        for (String wrong : new String[] {"", ".x", "a b", "a/b", "-"}) {
            assertRefused("A label has letters,", "--address", "cc:1", "--label", wrong);
        }
        assertRefused("There is no option \"--adress\".", "--adress", "cc:1");
        assertRefused("The option --address needs a value.", "--address");
        assertRefused("The option --address is given twice.", "--address", "cc:1", "--address", "cc:1");
        assertRefused(
                "The file ",
                "--address",
                "cc:1",
                "--tls-root",
                folder.resolve("nosuch").toString());
        String text = Files.writeString(folder.resolve("text"), "hello").toString();
        assertRefused("A CERTIFICATE in PEM was expected in ", "--address", "cc:1", "--tls-root", text);
        assertRefused("A client's certificate and key are given together,", "--address", "cc:1", "--client-key", root);
        assertRefused(
                "A client's certificate and key are given together,",
                "--address",
                "cc:1",
                "--tls-root",
                root,
                "--client-certificate",
                root);
        assertFalse(Files.exists(folder.resolve("out")));
    }

    private void assertRefused(String sentence, String... words) {
        err.reset();
        assertEquals(2, run(words));
        assertTrue(err.toString(UTF_8).startsWith(sentence), err::toString);
        assertTrue(err.toString(UTF_8).contains("\nusage: scripts/network package "), err::toString);
    }

    private int run(String... words) {
        String[] line = Arrays.copyOf(words, words.length + 2);
        line[words.length] = "--out";
        line[words.length + 1] = folder.resolve("out").toString();
        // A test of a missing value needs the option to be the last word.
        boolean whole = words.length % 2 == 0;
        return new PackageCommand(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8))
                .run(whole ? line : words);
    }

    private Path pem(String name, String label) throws IOException {
        return Files.writeString(
                folder.resolve(name), "-----BEGIN " + label + "-----\n" + name + "\n-----END " + label + "-----\n");
    }

    private JsonObject connection(Path made) throws IOException {
        Path unpacked = Files.createTempDirectory(folder, "unpacked");
        new ProgramRun(Path.of("tar")).arguments("-xzf", made, "-C", unpacked).within(SOON);
        new ProgramRun(Path.of("tar"))
                .arguments("-xzf", unpacked.resolve("code.tar.gz"), "-C", unpacked)
                .within(SOON);
        JsonObject metadata = JsonParser.parseString(Files.readString(unpacked.resolve("metadata.json")))
                .getAsJsonObject();
        assertEquals("ccaas", metadata.get("type").getAsString());
        return JsonParser.parseString(Files.readString(unpacked.resolve("connection.json")))
                .getAsJsonObject();
    }
}
