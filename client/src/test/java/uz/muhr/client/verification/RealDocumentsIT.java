package uz.muhr.client.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.submission.Order;
import uz.muhr.client.submission.Outcome;
import uz.muhr.client.submission.Submission;
import uz.muhr.network.script.ScriptNetwork;
import uz.muhr.protocol.verdict.Verdict;

/** Every real document of other projects can be anchored, verifies, and no longer does with one byte changed. */
@Tag("shared")
@Tag("ledger")
@ExtendWith(TestNetwork.class)
class RealDocumentsIT {
    private static final Path SHARED = TestNetwork.root().resolve("../shared/data/third-party");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "TradeTrust_tradetrust-website, chamber, 861",
        "dcsaorg_Conformance-Gateway, carrier/issuer, 705",
        "dcsaorg_DCSA-OpenAPI, carrier/issuer, 785",
        "hmrc_customs-declarations, customs/issuer, 929",
        "Mattilsynet_ephyto-api, quarantine, 851",
        "MatthiasValvekens_pyHanko, chamber, 380"
    })
    void everyFileVerifiesAndWithOneByteChangedDoesNot(String source, String issuer, String type, ScriptNetwork network)
            throws IOException {
        assumeTrue(Files.isDirectory(SHARED), "shared/ is not there: skipped");
        List<Path> files = copies(SHARED.resolve(source));
        List<Order> orders = new ArrayList<>();
        for (Path file : files) {
            orders.add(Client.order(file, type, Client.newNumber()));
        }
        try (Ledger ledger = Client.ledger(network, issuer)) {
            new Submission(ledger, new SecureRandom())
                    .submit(orders)
                    .forEach(outcome -> assertInstanceOf(Outcome.Anchored.class, outcome));
        }
        TestNetwork.level();
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (Ledger ledger = Client.ledger(network, "customs")) {
            for (Order order : orders) {
                Path file = Path.of(order.name());
                assertEquals(
                        Verdict.VALID,
                        Client.verdict(ledger, file, order.receipt().read()),
                        order.name());
                byte[] content = Files.readAllBytes(file);
                int at = random.nextInt(content.length);
                content[at] ^= (byte) (1 + random.nextInt(255));
                Files.write(file, content);
                assertNotEquals(
                        Verdict.VALID,
                        Client.verdict(ledger, file, order.receipt().read()),
                        order.name() + ", byte " + at + ", seed " + seed);
            }
        }
        System.out.println(source + ": " + files.size() + " files verified, and none with a byte changed");
    }

    private List<Path> copies(Path source) throws IOException {
        List<Path> originals;
        try (Stream<Path> tree = Files.walk(source)) {
            originals = tree.filter(Files::isRegularFile).sorted().toList();
        }
        List<Path> copies = new ArrayList<>();
        for (Path original : originals) {
            Path copy = folder.resolve(source.relativize(original).toString());
            Files.createDirectories(copy.resolveSibling(""));
            copies.add(Files.copy(original, copy));
            if (!copy.toFile().setWritable(true)) {
                throw new IOException(copy + " cannot be made writable");
            }
        }
        return copies;
    }
}
