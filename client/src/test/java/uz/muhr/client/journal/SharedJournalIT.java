package uz.muhr.client.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.register.Databases;
import uz.muhr.client.register.Databases.NewDatabase;
import uz.muhr.client.submission.Wish;
import uz.muhr.network.script.ScriptNetwork;
import uz.muhr.protocol.record.Operation;

/** Several clients of one organisation that work off one journal, which has to be in PostgreSQL. */
@ParameterizedClass
@ArgumentsSource(Databases.class)
@Tag("ledger")
@Tag("long-on-fabric")
@ExtendWith(TestNetwork.class)
class SharedJournalIT {
    private static final int DOCUMENTS = 150;

    private final NewDatabase database;

    SharedJournalIT(NewDatabase database) {
        this.database = database;
    }

    @Test
    void togetherTheySettleEverythingOnceWhicheverOfThemAcceptedIt(ScriptNetwork network, @TempDir Path folder) {
        JournalSettings shared = Journals.settings(database, folder);
        assumeTrue(shared.file().isEmpty(), "a file is one process's");
        try (Site one = Site.open(shared, Client.ledger(network, "chamber"));
                Site two = Site.open(shared, Client.ledger(network, "chamber"))) {
            List<Submitted> documents = new ArrayList<>();
            List<Submitted> changes = new ArrayList<>();
            for (int i = 0; i < DOCUMENTS; i++) {
                documents.add((i % 2 == 0 ? one : two).accept(Site.newDocument()));
            }
            for (Submitted document : documents.subList(0, 10)) {
                changes.add(two.accept(new Wish.Change(
                        Operation.SUSPEND,
                        ((Wish.NewContent) document.wish()).receipt().documentId(),
                        1)));
            }
            for (Submitted change : changes) {
                assertInstanceOf(Submitted.Done.class, one.end(change).state());
            }
            for (Submitted document : documents.subList(10, DOCUMENTS)) {
                two.assertAnchoredOnce(document);
            }
            assertTrue(!one.said().groups().isEmpty() && !two.said().groups().isEmpty(), "both worked");
            assertEquals(List.of(), one.said().faults());
            assertEquals(List.of(), two.said().faults());
        }
    }

    @Test
    void whatOneThatIsClosedHasNotSettledTheOtherSettles(ScriptNetwork network, @TempDir Path folder) {
        JournalSettings shared = Journals.settings(database, folder);
        assumeTrue(shared.file().isEmpty(), "a file is one process's");
        List<Submitted> documents = new ArrayList<>();
        try (Site one = Site.open(shared, Client.ledger(network, "chamber"))) {
            for (int i = 0; i < DOCUMENTS; i++) {
                documents.add(one.accept(Site.newDocument()));
            }
        }
        try (Site two = Site.open(shared, Client.ledger(network, "chamber"))) {
            documents.forEach(two::assertAnchoredOnce);
            assertEquals(List.of(), two.said().faults());
        }
    }
}
