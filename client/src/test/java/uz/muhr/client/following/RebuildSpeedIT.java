package uz.muhr.client.following;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.register.Databases;
import uz.muhr.client.register.Databases.NewDatabase;
import uz.muhr.client.register.Register;
import uz.muhr.client.register.RegisterSettings;
import uz.muhr.network.script.ScriptNetwork;

/** How fast a register is made of a ledger with long lists, by the clock on the wall. */
@ExtendWith(TestNetwork.class)
@Tag("long")
class RebuildSpeedIT {
    private static final int LISTS = 40;
    private static final int DOCUMENTS = 250;
    private static final double NANOS_IN_A_SECOND = 1e9;
    private static final double LEAST = 2_000;

    /** Other programs of this machine may have slowed one; they cannot make one faster. */
    private static final int ATTEMPTS = 3;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ArgumentsSource(Databases.class)
    void twoThousandDocumentsASecondOrMore(NewDatabase database, ScriptNetwork network) {
        RegisterSettings settings = database.apply(folder);
        try (Ledger ledger = Client.ledger(network, "chamber")) {
            assertEquals(
                    LISTS * DOCUMENTS,
                    new Anchoring(ledger).anchor(LISTS, DOCUMENTS).size());
            double fastest = IntStream.range(0, ATTEMPTS)
                    .mapToDouble(attempt -> rebuild(ledger, settings))
                    .max()
                    .orElseThrow();
            assertTrue(fastest >= LEAST, fastest + " documents a second");
        }
    }

    /** Documents a second. */
    private static double rebuild(Ledger ledger, RegisterSettings settings) {
        long begun = System.nanoTime();
        try (Register register = Register.openAnew(settings);
                Following following =
                        new Following(ledger.blocks(), register.followed(), register.rows(), state -> {})) {
            following.catchUp();
            long rows = following.state().rows();
            assertTrue(rows >= LISTS * DOCUMENTS, rows + " rows");
            double perSecond = rows / ((System.nanoTime() - begun) / NANOS_IN_A_SECOND);
            System.out.println(rows + " rows, " + Math.round(perSecond) + " a second");
            return perSecond;
        }
    }
}
