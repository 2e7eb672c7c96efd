package uz.muhr.client.fabric.key;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Debian's SoftHSM with tokens of its own, as a person sets them up: softhsm2-util for tokens, pkcs11-tool for keys. */
final class SoftHsm {
    static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    static final String PIN = "4711-0815";

    private static final String OFFICERS_PIN = "no test needs it";

    private final Path folder;

    /** In an empty folder. */
    SoftHsm(Path folder) throws IOException {
        this.folder = folder;
        Path tokens = Files.createDirectory(folder.resolve("tokens"));
        Files.writeString(
                folder.resolve("softhsm2.conf"),
                "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
    }

    static boolean installed() {
        return Files.exists(LIBRARY)
                && Stream.of("softhsm2-util", "pkcs11-tool")
                        .allMatch(name -> Files.isExecutable(Path.of("/usr/bin", name)));
    }

    /** What a process needs to see these tokens. */
    Map<String, String> environment() {
        return Map.of("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
    }

    void newToken(String label) throws Exception {
        run("softhsm2-util", "--init-token", "--free", "--label", label, "--so-pin", OFFICERS_PIN, "--pin", PIN);
    }

    /** Makes a key in a token, which it never leaves. */
    PublicKey newKey(String token, String name, String id) throws Exception {
        tool(token, "--keypairgen", "--key-type", "EC:prime256v1", "--label", name, "--id", id);
        Path file = folder.resolve(name + ".der");
        tool(token, "--read-object", "--type", "pubkey", "--id", id, "--output-file", file.toString());
        return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(Files.readAllBytes(file)));
    }

    /** Puts a certificate beside a key. */
    void put(String token, String name, String id, X509Certificate certificate) throws Exception {
        Path file = Files.write(folder.resolve(name + ".crt"), certificate.getEncoded());
        tool(token, "--write-object", file.toString(), "--type", "cert", "--label", name, "--id", id);
    }

    private void tool(String token, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "pkcs11-tool", "--module", LIBRARY.toString(), "--token-label", token, "--login", "--pin", PIN));
        command.addAll(List.of(arguments));
        run(command.toArray(String[]::new));
    }

    private void run(String... command) throws Exception {
        Path output = folder.resolve("output");
        ProcessBuilder process =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        process.environment().putAll(environment());
        int exit = process.start().waitFor();
        assertEquals(0, exit, () -> String.join(" ", command) + ": " + said(output));
    }

    private static String said(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
