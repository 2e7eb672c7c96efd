package uz.muhr.client.following;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Locale;
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
import uz.muhr.network.script.ScriptNetwork;

/** How fast a register is made of a ledger with long lists, by the follower's own time: the machine may be busy. */
@ExtendWith(TestNetwork.class)
@Tag("long")
class RebuildSpeedIT {
    private static final int LISTS = 40;
    private static final int DOCUMENTS = 250;
    private static final double NANOS_IN_A_SECOND = 1e9;
    private static final double LEAST = 2_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ArgumentsSource(Databases.class)
    void twoThousandDocumentsASecondOrMore(NewDatabase database, ScriptNetwork network) {
        try (Ledger ledger = Client.ledger(network, "chamber");
                Register register = Register.open(database.apply(folder));
                Following following =
                        new Following(ledger.blocks(), register.followed(), register.rows(), state -> {})) {
            assertEquals(
                    LISTS * DOCUMENTS,
                    new Anchoring(ledger).anchor(LISTS, DOCUMENTS).size());
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long begun = System.nanoTime();
            long begunCpu = threads.getCurrentThreadCpuTime();
            following.catchUp();
            double ofCpu = rows(following) / ((threads.getCurrentThreadCpuTime() - begunCpu) / NANOS_IN_A_SECOND);
            double ofTime = rows(following) / ((System.nanoTime() - begun) / NANOS_IN_A_SECOND);
            System.out.println(String.format(
                    Locale.ROOT,
                    "%d rows, %.0f a second, %.0f for a second of the follower's processor time",
                    rows(following),
                    ofTime,
                    ofCpu));
            assertTrue(ofCpu >= LEAST, ofCpu + " documents a second");
        }
    }

    private static long rows(Following following) {
        return following.state().rows();
    }
}
