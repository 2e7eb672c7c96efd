package uz.muhr.client.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.network.script.ScriptNetwork;

/** Faults that either engine may meet, while the chamber submits. */
@Tag("ledger")
@ExtendWith(TestNetwork.class)
class FaultsIT {
    private final ScriptNetwork network;
    private final Path folder;
    private final Ledger chamber;
    private final Ledger customs;

    FaultsIT(ScriptNetwork network, @TempDir Path folder) {
        this.network = network;
        this.folder = folder;
        chamber = Client.ledger(network, "chamber");
        customs = Client.ledger(network, "customs");
    }

    @AfterEach
    void mend() throws Exception {
        network.up();
        chamber.close();
        customs.close();
    }

    @Test
    void withoutOneOrganisationsChaincodeServerTheOthersGoOn() throws Exception {
        try (Load load = Load.start(chamber, folder)) {
            network.kill(network.chaincode("quarantine"));
            load.awaitService();
            judge("another's chaincode server killed", load.stop());
        }
    }

    @Test
    @Tag("long-on-fabric")
    void withoutTheOwnChaincodeServerTheClientSaysSoAndGoesOnAfterIt() throws Exception {
        try (Load load = Load.start(chamber, folder)) {
            network.kill(network.chaincode("chamber"));
            load.awaitFailures();
            network.up();
            load.awaitService();
            judge("the own chaincode server killed, and back", load.stop());
        }
    }

    @Test
    void whateverIsKilledAtOnceAndStartedAgainGoesOnWithAllItsDocuments() throws Exception {
        try (Load load = Load.start(chamber, folder)) {
            network.killAll();
            load.awaitFailures();
            network.up();
            load.awaitService();
            judge("all killed, and back", load.stop());
        }
    }

    @Test
    void aPeerThatStandsStillKeepsNobodyWaitingBeyondTheDeadline() throws Exception {
        try (Load load = Load.start(chamber, folder)) {
            network.suspend(network.peer("chamber"));
            load.awaitFailures();
            network.goOn(network.peer("chamber"));
            load.awaitService();
            judge("the own peer stood still", load.stop());
        }
    }

    private void judge(String fault, Aftermath aftermath) throws Exception {
        System.out.println(fault + ": " + aftermath.summary());
        network.up();
        TestNetwork.level();
        aftermath.assertTypedAndInTime().assertNothingLostNorDoubled(chamber, customs);
        assertEquals(0, network.script("status").exit());
    }
}
