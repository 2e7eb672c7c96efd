package uz.muhr.network.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.SampleTopology;

/** Packages, and what the external builder's three scripts make of them. */
final class ChaincodePackageTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Organisation CUSTOMS = SampleTopology.topology().organisation("customs");
    private static final Path BUILDER =
            SampleTopology.file().resolveSibling("ccaas").resolve("bin");

    private final Path folder;

    ChaincodePackageTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void theIdIsTheLabelAndTheHashOfTheBytesAndStaysTheSame() {
        ChaincodePackage made = ChaincodePackage.of(release(true), CUSTOMS);
        assertTrue(made.id().matches("muhr\\.3:[0-9a-f]{64}"), made.id());
        assertEquals(made, ChaincodePackage.of(release(true), CUSTOMS));
        assertNotEquals(made.id(), ChaincodePackage.of(release(false), CUSTOMS).id());
    }

    @Test
    void anOrganisationWithoutAPortIsRefused() {
        Organisation carrier = SampleTopology.topology().organisation("carrier");
        assertThrows(FabricException.class, () -> ChaincodePackage.of(release(true), carrier));
    }

    @Test
    void aPackageOfOursIsDetectedAndReleasedWithThePeersOwnKeys() throws IOException {
        Path unpacked = unpack(release(true));
        Path tls = Files.createDirectory(folder.resolve("tls"));
        String pem = "-----BEGIN X-----\nab+/=\n-----END X-----\n";
        for (String name : new String[] {"ca.crt", "server.crt", "server.key"}) {
            Files.writeString(tls.resolve(name), name + "\n" + pem);
        }
        Path connection = release(unpacked, tls);
        var json = JsonParser.parseString(Files.readString(connection)).getAsJsonObject();
        assertEquals("127.0.0.1:7052", json.get("address").getAsString());
        assertTrue(json.get("client_auth_required").getAsBoolean());
        assertEquals("ca.crt\n" + pem, json.get("root_cert").getAsString());
        assertEquals("server.crt\n" + pem, json.get("client_cert").getAsString());
        assertEquals("server.key\n" + pem, json.get("client_key").getAsString());
        assertEquals("rw-------", permissions(connection));
    }

    @Test
    void aPackageHoldsNoKey() throws IOException {
        Path unpacked = unpack(release(true));
        assertFalse(Files.readString(unpacked.resolve("src/connection.json")).contains("key"));
    }

    @Test
    void aServerInTheClearIsReleasedAsThePackageSays() throws IOException {
        Path unpacked = unpack(release(false));
        Path connection = release(unpacked, folder.resolve("nosuch"));
        assertEquals(Files.readString(unpacked.resolve("src/connection.json")), Files.readString(connection));
    }

    @Test
    void aPackageThatWantsTlsIsNotReleasedWithoutAPeersFolder() throws IOException {
        Path unpacked = unpack(release(true));
        FabricException refusal = assertThrows(FabricException.class, () -> release(unpacked, Path.of("")));
        assertTrue(
                String.valueOf(refusal.getMessage()).contains("MUHR_CHAINCODE_TLS names no folder"),
                refusal::getMessage);
    }

    @Test
    void otherKindsOfChaincodeAreLeftToOtherBuilders() throws IOException {
        Path unpacked = unpack(release(true));
        Files.writeString(unpacked.resolve("metadata.json"), "{\"type\":\"golang\",\"label\":\"ccaas\"}");
        assertThrows(FabricException.class, () -> script("detect", unpacked.resolve("src"), unpacked)
                .within(SOON));
    }

    private static Release release(boolean tls) {
        return new Release("muhr", 3, tls, Map.of("customs", 7052));
    }

    private Path unpack(Release release) throws IOException {
        Path archive = Files.write(
                folder.resolve("p.tar.gz"),
                ChaincodePackage.of(release, CUSTOMS).bytes().toByteArray());
        Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
        Path source = Files.createDirectory(unpacked.resolve("src"));
        new ProgramRun(Path.of("tar"))
                .arguments("-xzf", archive, "-C", unpacked)
                .within(SOON);
        new ProgramRun(Path.of("tar"))
                .arguments("-xzf", unpacked.resolve("code.tar.gz"), "-C", source)
                .within(SOON);
        return unpacked;
    }

    /** As a peer calls them, one after the other. */
    private Path release(Path unpacked, Path tls) throws IOException {
        Path source = unpacked.resolve("src");
        Path built = Files.createDirectory(folder.resolve("built"));
        Path released = Files.createDirectory(folder.resolve("released"));
        script("detect", source, unpacked).within(SOON);
        script("build", source, unpacked, built).within(SOON);
        script("release", built, released).with("MUHR_CHAINCODE_TLS", tls).within(SOON);
        return released.resolve("chaincode/server/connection.json");
    }

    private static ProgramRun script(String name, Object... arguments) {
        return new ProgramRun(BUILDER.resolve(name).toAbsolutePath()).arguments(arguments);
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
