package uz.muhr.network.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.SampleTopology;
import uz.muhr.network.topology.Topology;

final class ReleasesTest {
    private final Topology topology = SampleTopology.topology();
    private final Path folder;
    private final Releases releases;

    ReleasesTest(@TempDir Path folder) {
        this.folder = folder;
        releases = releases(topology);
    }

    private Releases releases(Topology of) {
        return new Releases(of, new FabricFolder(new NetworkHome(folder.resolve("home"))));
    }

    @Test
    void aReleaseIsKeptWithACopyOfItsCodeAndAPackageForEachOrganisation() throws IOException {
        Path jar = jar("lib/one.jar");
        Files.writeString(jar.resolveSibling("server-contracts.jar"), "two");
        Files.writeString(jar.resolveSibling("serverless.jar"), "three");
        releases.add(release("muhr", 1), jar);
        Files.delete(jar);
        Path kept = releases.jar(release("muhr", 1));
        assertTrue(Files.exists(kept));
        assertEquals("one", Files.readString(kept.resolveSibling("lib").resolve("one.jar")));
        assertEquals("two", Files.readString(kept.resolveSibling("chaincode-contracts.jar")));
        assertFalse(Files.exists(kept.resolveSibling("serverless.jar")));
        topology.organisations()
                .forEach(organisation -> assertTrue(
                        Files.exists(releases.packageOf(release("muhr", 1), organisation)), organisation.name()));
    }

    @Test
    void releasesComeBackAsTheyWereByNameAndSequence() throws IOException {
        Path jar = jar("lib/one.jar");
        List<Release> all = List.of(release("a", 9), release("a", 10), release("muhr", 1));
        releases.add(all.get(2), jar);
        releases.add(all.get(1), jar);
        releases.add(all.get(0), jar);
        assertEquals(all, releases.all());
        assertEquals(all.get(1), releases.newest("a").orElseThrow());
        assertTrue(releases.newest("b").isEmpty());
        releases.remove(all.get(1));
        assertEquals(List.of(all.get(0), all.get(2)), releases.all());
    }

    @Test
    void whatAKilledMakerLeftIsNotARelease() throws IOException {
        Path left = Files.createDirectories(folder.resolve("home/fabric/chaincodes/.muhr.1/code"));
        Files.writeString(left.resolve("chaincode.jar"), "half");
        assertTrue(releases.all().isEmpty());
        releases.add(release("muhr", 1), jar("lib/one.jar"));
        assertEquals(1, releases.all().size());
    }

    @Test
    void aJarThatIsNotThereOrCannotBeRunIsRefused() throws IOException {
        assertRefused("is not there", folder.resolve("nosuch.jar"));
        Path noMain = folder.resolve("plain.jar");
        write(noMain, new Manifest());
        assertRefused("names no main class", noMain);
        assertRefused("cannot be copied", Files.writeString(folder.resolve("broken.jar"), "no jar"));
        assertTrue(releases.all().isEmpty());
    }

    @Test
    void aClassPathThatLeavesTheJarsFolderIsRefused() throws IOException {
        assertRefused("outside its own folder", jar("../elsewhere.jar"));
        assertFalse(Files.exists(folder.resolve("home/fabric/chaincodes/elsewhere.jar")));
    }

    @Test
    void aDamagedReleaseIsRefused() throws IOException {
        releases.add(release("muhr", 1), jar("lib/one.jar"));
        Files.writeString(folder.resolve("home/fabric/chaincodes/muhr.1/release.json"), "{");
        assertThrows(FabricException.class, releases::all);
    }

    @Test
    void anOrganisationThatJoinsGetsAPackageAndAPortOnceForEachRelease() throws IOException {
        Path jar = jar("lib/one.jar");
        releases.add(release("muhr", 1), jar);
        releases.add(release("muhr", 2), jar);
        releases.add(release("other", 1), jar);
        Organisation newcomer = SampleTopology.newcomer();
        Releases joined = releases(SampleTopology.with(topology, 0, newcomer));
        joined.extend(newcomer);
        List<Release> extended = releases.all();
        assertEquals(newcomer.ports().chaincode(), extended.get(1).port(newcomer), "the newest of the network's own");
        for (Release release : extended) {
            assertEquals(7052, release.ports().get("customs"));
            assertTrue(Files.exists(releases.packageOf(release, newcomer)));
        }
        assertEquals(
                3, extended.stream().map(each -> each.port(newcomer)).distinct().count());
        joined.extend(newcomer);
        assertEquals(extended, releases.all());
    }

    private void assertRefused(String part, Path jar) {
        FabricException refusal = assertThrows(FabricException.class, () -> releases.add(release("muhr", 1), jar));
        assertTrue(String.valueOf(refusal.getMessage()).contains(part), refusal::getMessage);
    }

    private static Release release(String name, int sequence) {
        return new Release(
                name, sequence, true, Map.of("customs", 7052, "chamber", 8052, "quarantine", 9052, "carrier", 10052));
    }

    private Path jar(String classPath) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "a.Main");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        Path jar = Files.createDirectories(folder.resolve("built/target")).resolve("server.jar");
        Path beside = jar.resolveSibling(classPath).normalize();
        Files.createDirectories(beside.resolveSibling("."));
        Files.writeString(beside, "one");
        write(jar, manifest);
        return jar;
    }

    private static void write(Path jar, Manifest manifest) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar)) {
            new JarOutputStream(file, manifest).close();
        }
    }
}
