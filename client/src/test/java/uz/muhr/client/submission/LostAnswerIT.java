package uz.muhr.client.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.Client;
import uz.muhr.client.OtherProfile;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.Wire;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.network.script.ScriptNetwork;

/** The transaction reaches the peer, and what the peer says of it reaches nobody. */
@Tag("ledger")
@ExtendWith(TestNetwork.class)
class LostAnswerIT {
    /** More than a proposal of one document takes to say, and less than the proposal and then the transaction. */
    private static final long IN_THE_TRANSACTION = 4_000;

    @TempDir
    Path folder;

    @Test
    void nobodyKnowsUntilItIsSubmittedAgainUnderTheSameReceipt(ScriptNetwork network) throws IOException {
        try (Wire wire = Wire.toPeer(network, "chamber");
                Ledger ledger = new OtherProfile(network, "chamber")
                        .gateway("chamber", wire)
                        .open(folder.resolve("profiles"))) {
            assertInstanceOf(Outcome.Anchored.class, Client.submit(ledger, newOrder()));
            Order order = newOrder();
            wire.loseAnswersOnceSaid(IN_THE_TRANSACTION);
            assertInstanceOf(Outcome.Unknown.class, Client.submit(ledger, order));
            Receipt pending = order.receipt().read().orElseThrow();
            assertTrue(pending.place().isEmpty());

            wire.mend();
            Outcome.Anchored found = assertInstanceOf(Outcome.Anchored.class, Client.submit(ledger, order));
            assertTrue(found.before());
            assertEquals(pending.commitment(), found.receipt().commitment());
        }
    }

    private Order newOrder() throws IOException {
        String number = Client.newNumber();
        return Client.order(Client.newFile(folder, number + ".pdf"), "861", number);
    }
}
