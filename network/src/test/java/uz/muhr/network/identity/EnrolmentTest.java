package uz.muhr.network.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.topology.SampleTopology;
import uz.muhr.network.topology.Topology;

final class EnrolmentTest {
    private final Topology topology = SampleTopology.topology();
    private final Path folder;
    private final Path root;

    EnrolmentTest(@TempDir Path folder) {
        this.folder = folder;
        this.root = folder.resolve("state").resolve("home");
    }

    @Test
    void aHomeHoldsWhatTheContractBetweenThePartsSays() {
        NetworkHome home = prepare(topology);
        List<String> chamber = HomeFixture.files(home.organisation(topology.organisation("chamber"))).stream()
                .filter(Files::isRegularFile)
                .map(file ->
                        root.resolve("organisations/chamber").relativize(file).toString())
                .toList();
        List<String> expected = new ArrayList<>();
        for (String authority : List.of("ca", "ordererca", "tlsca")) {
            expected.addAll(List.of(authority + "/ca.key", authority + "/ca.pem"));
        }
        for (String msp : List.of("msp", "orderer-msp")) {
            expected.addAll(verifying(msp));
        }
        for (String node : List.of("peer", "orderer")) {
            expected.addAll(signing(node + "/msp"));
            expected.addAll(List.of(node + "/tls/ca.crt", node + "/tls/server.crt", node + "/tls/server.key"));
        }
        for (String caller : List.of("chaincode", "users/admin")) {
            expected.addAll(List.of(caller + "/tls/ca.crt", caller + "/tls/server.crt", caller + "/tls/server.key"));
        }
        expected.addAll(List.of("chaincode/tls/server.crt.base64", "chaincode/tls/server.key.base64"));
        for (String user : List.of("admin", "issuer", "registrar")) {
            expected.addAll(signing("users/" + user + "/msp"));
        }
        assertEquals(
                expected.stream().sorted().toList(), chamber.stream().sorted().toList());
        assertTrue(Files.exists(root.resolve("profiles/chamber.json")));
        assertFalse(Files.exists(home.devnet()), "the ledger is the devnet's to make");
    }

    @Test
    void onlyTheOwnerCanReadAnyOfIt() throws IOException {
        prepare(topology);
        for (Path path : HomeFixture.files(root)) {
            assertEquals(
                    Files.isDirectory(path) ? "rwx------" : "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(path)),
                    path.toString());
        }
    }

    @Test
    void anExistingHomeOfTheSameTopologyIsKept() throws IOException {
        NetworkHome home = prepare(topology);
        Path key = home.peer(topology.organisation("customs")).privateKey();
        String before = Files.readString(key);
        Files.createDirectories(home.devnet());
        prepare(SampleTopology.topology());
        assertEquals(before, Files.readString(key));
        assertTrue(Files.isDirectory(home.devnet()));
    }

    @Test
    void anEmptyFolderBecomesAHome() throws IOException {
        Files.createDirectories(root);
        assertTrue(Files.exists(prepare(topology).fingerprint()));
    }

    @Test
    void aChangedTopologyIsRefused() {
        prepare(topology);
        assertEquals(
                "The network in " + root + " was made from another topology; undo the change, let one organisation"
                        + " join with scripts/network add-organisation NAME, or start a new network with --fresh, which removes"
                        + " the old one and its ledger.",
                refusal(topology.onFreePorts()));
    }

    @Test
    void aFolderOfSomethingElseIsNeitherFilledNorRemoved() throws IOException {
        Files.createDirectories(root);
        Files.writeString(root.resolve("thesis.txt"), "years of work");
        String sentence = root + " is not a network's home but holds thesis.txt; name an absent or empty folder.";
        assertEquals(sentence, refusal(topology));
        assertEquals(
                sentence,
                assertThrows(IdentityException.class, () -> Enrolment.discard(root))
                        .getMessage());
        assertTrue(Files.exists(root.resolve("thesis.txt")));
    }

    @Test
    void aFileInItsPlaceIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        IdentityException refusal = assertThrows(
                IdentityException.class, () -> Enrolment.prepare(topology, file, HomeFixture.at(HomeFixture.NOON)));
        assertEquals(file + " is not a folder; name an absent or empty one.", refusal.getMessage());
    }

    @Test
    void anExpiredHomeIsRefused() {
        prepare(topology);
        IdentityException refusal = assertThrows(
                IdentityException.class,
                () -> Enrolment.prepare(topology, root, HomeFixture.at(HomeFixture.NOON.plus(Duration.ofDays(366)))));
        assertEquals(
                "The certificates in " + root + " expired at 2027-11-22T12:00:00Z; start a new network with --fresh,"
                        + " which removes the old one and its ledger, and next time renew them in time with"
                        + " scripts/network renew.",
                refusal.getMessage());
    }

    @Test
    void aDiscardedHomeIsGoneAndLeavesNothingBeside() throws IOException {
        prepare(topology);
        Enrolment.discard(root);
        Enrolment.discard(root);
        assertEquals(List.of(), siblings());
    }

    @Test
    void anInterruptedMakerLeavesNothing() throws IOException {
        Thread.currentThread().interrupt();
        assertThrows(IdentityException.class, () -> prepare(topology));
        assertTrue(Thread.interrupted(), "the interrupt is still seen by who asked");
        assertEquals(List.of(), siblings());
    }

    @Test
    void makersAtTheSameTimeAgreeOnOneHome() throws InterruptedException, ExecutionException, IOException {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<NetworkHome>> makers = Stream.generate(() -> threads.submit(() -> prepare(topology)))
                    .limit(3)
                    .toList();
            for (Future<NetworkHome> maker : makers) {
                assertEquals(new NetworkHome(root), maker.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(List.of("home"), siblings());
    }

    @Test
    void whatAKilledMakerLeftIsRemovedByTheNext() throws IOException {
        Path left = folder.resolve("state").resolve(".home.preparing-999999999-x");
        Files.createDirectories(left.resolve("organisations"));
        prepare(topology);
        assertEquals(List.of("home"), siblings());
    }

    @Test
    void aFileSystemWithoutOwnerOnlyPermissionsIsRefused() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("keys.zip"), Map.of("create", "true"))) {
            Path inside = zip.getPath("/state/home");
            IdentityException refusal = assertThrows(
                    IdentityException.class,
                    () -> Enrolment.prepare(topology, inside, HomeFixture.at(HomeFixture.NOON)));
            assertEquals(
                    "The file system of /state has no owner-only permissions, so private keys cannot be kept there;"
                            + " choose a folder on another one.",
                    refusal.getMessage());
        }
    }

    private NetworkHome prepare(Topology from) {
        return Enrolment.prepare(from, root, HomeFixture.at(HomeFixture.NOON));
    }

    private String refusal(Topology from) {
        return String.valueOf(
                assertThrows(IdentityException.class, () -> prepare(from)).getMessage());
    }

    private List<String> siblings() throws IOException {
        Path parent = folder.resolve("state");
        if (!Files.exists(parent)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.map(path -> String.valueOf(path.getFileName())).toList();
        }
    }

    private static List<String> verifying(String msp) {
        return List.of(msp + "/cacerts/ca.pem", msp + "/config.yaml", msp + "/tlscacerts/tlsca.pem");
    }

    private static List<String> signing(String msp) {
        List<String> files = new ArrayList<>(verifying(msp));
        files.add(msp + "/keystore/key.pem");
        files.add(msp + "/signcerts/cert.pem");
        return files;
    }
}
