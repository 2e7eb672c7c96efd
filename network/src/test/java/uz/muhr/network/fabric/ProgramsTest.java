package uz.muhr.network.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgramsTest {
    private final Path bin;

    ProgramsTest(@TempDir Path bin) throws IOException {
        this.bin = bin;
        for (String name : Programs.ALL) {
            Scripts.write(bin, name, "echo '" + name + ":'", "echo ' Version: v3.1.5'");
        }
    }

    @Test
    void programsAreFoundInTheFolderThatFabricBinNames() {
        Programs found = Programs.find(fabricBin()).requireVersions();
        assertEquals(bin.resolve("peer"), found.path("peer"));
        assertTrue(Programs.absence(fabricBin()).isEmpty());
    }

    @Test
    void programsAreFoundOnPathPastFoldersThatLackThem() {
        Programs found = Programs.find(Map.of("PATH", "/nonexistent::" + bin));
        assertEquals(bin.resolve("orderer"), found.path("orderer"));
    }

    @Test
    void fabricBinIsUsedAlone(@TempDir Path empty) {
        assertThrows(
                FabricException.class,
                () -> Programs.find(Map.of("FABRIC_BIN", empty.toString(), "PATH", bin.toString())));
    }

    @Test
    void whatIsMissingIsNamedWithWhereOfficialReleasesComeFrom() throws IOException {
        Files.delete(bin.resolve("osnadmin"));
        Files.setPosixFilePermissions(bin.resolve("configtxgen"), Set.of());
        String sentence = refusal();
        assertTrue(
                sentence.startsWith("Hyperledger Fabric's osnadmin, configtxgen were not found in FABRIC_BIN ("),
                sentence);
        assertTrue(sentence.contains("the releases page of the hyperledger/fabric repository on GitHub"), sentence);
        assertEquals(sentence, Programs.absence(fabricBin()).orElseThrow());
    }

    @Test
    void whatOnlyChangesOfAChannelNeedIsMissedByThemAlone() throws IOException {
        Programs without = Programs.find(fabricBin());
        String sentence = String.valueOf(assertThrows(FabricException.class, without::requireConfigtxlator)
                .getMessage());
        assertTrue(sentence.startsWith("Hyperledger Fabric's configtxlator was not found in FABRIC_BIN ("), sentence);
        Scripts.write(bin, "configtxlator", "true");
        assertEquals(
                bin.resolve("configtxlator"),
                Programs.find(fabricBin()).requireConfigtxlator().path("configtxlator"));
    }

    @Test
    void oneMissingProgramIsNamedInTheSingular() throws IOException {
        Files.delete(bin.resolve("peer"));
        assertTrue(refusal().startsWith("Hyperledger Fabric's peer was not found in FABRIC_BIN"), this::refusal);
    }

    @Test
    void aVersionThatIsTooOldIsNamed() throws IOException {
        for (String old : new String[] {"v2.5.12", "3.0.0"}) {
            Scripts.write(bin, "orderer", "echo 'orderer:'", "echo ' Version: " + old + "'");
            String sentence = refusal();
            assertTrue(
                    sentence.startsWith("Hyperledger Fabric 3.1 or newer is needed; " + bin.resolve("orderer")
                            + " is of version " + old.replace("v", "") + "."),
                    sentence);
        }
    }

    @Test
    void laterVersionsAreTaken() throws IOException {
        for (String later : new String[] {"v3.1.0", "v3.12.1", "v4.0.0"}) {
            Scripts.write(bin, "peer", "echo ' Version: " + later + "'");
            Programs.find(fabricBin()).requireVersions();
        }
    }

    @Test
    void aProgramThatNamesNoVersionIsRefused() throws IOException {
        Scripts.write(bin, "peer", "echo something else");
        assertTrue(refusal().contains("was expected to name a version and answered \"something else\""), this::refusal);
    }

    @Test
    void anEmptyPathFindsNothingAndSaysSo() {
        FabricException refusal = assertThrows(FabricException.class, () -> Programs.find(Map.of()));
        String sentence = String.valueOf(refusal.getMessage());
        assertTrue(sentence.contains("were not found on PATH."), sentence);
        assertFalse(sentence.contains("http"), sentence);
    }

    private String refusal() {
        return String.valueOf(assertThrows(
                        FabricException.class, () -> Programs.find(fabricBin()).requireVersions())
                .getMessage());
    }

    private Map<String, String> fabricBin() {
        return Map.of("FABRIC_BIN", bin.toString(), "PATH", "/nonexistent");
    }
}
