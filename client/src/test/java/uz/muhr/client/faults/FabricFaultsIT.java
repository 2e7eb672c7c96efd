package uz.muhr.client.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.OtherProfile;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.fabric.Endorsed;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.fabric.LedgerUnavailableException;
import uz.muhr.client.following.Anchoring;
import uz.muhr.client.submission.DocumentChanges;
import uz.muhr.network.identity.Engine;
import uz.muhr.network.script.NeedsFabric;
import uz.muhr.network.script.ScriptNetwork;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.record.Operation;
import uz.muhr.protocol.record.RevocationReason;

/** Faults that only a network of several processes has, while the chamber submits. */
@NeedsFabric
@TestInstance(Lifecycle.PER_CLASS)
class FabricFaultsIT {
    private static final String OWN = "chamber";
    private static final String OTHER = "customs";

    private final TestNetwork.Running running = TestNetwork.start(Engine.FABRIC);
    private final ScriptNetwork network = running.network();

    @BeforeEach
    void whole() throws Exception {
        network.up();
    }

    @AfterEach
    void mend() throws Exception {
        network.up();
    }

    @AfterAll
    void end() throws IOException {
        running.close();
    }

    @Test
    void whenTheLeadingOrdererIsKilledTheOthersFollowAnother(@TempDir Path folder) throws Exception {
        String leader = Leader.of(network);
        try (Ledger own = through(folder, OWN)) {
            Duration outage = disturb(own, folder, leader + ", which led, killed", () -> network.kill(leader));
            System.out.println("Without service after the leader's death: " + outage.toMillis() + " ms");
            assertNotEquals(leader, Leader.of(network));
        }
    }

    @Test
    void withOneOrdererStoppedForGoodTheOthersGoOn(@TempDir Path folder) throws Exception {
        String follower = Leader.follower(network);
        try (Ledger own = through(folder, OWN)) {
            Duration outage = disturb(own, folder, follower + " stopped for good", () -> network.kill(follower));
            System.out.println("Without service after a follower's end: " + outage.toMillis() + " ms");
        }
    }

    @Test
    void withoutTheOwnPeerTheClientSaysSoAndGoesOnAfterIt(@TempDir Path folder) throws Exception {
        try (Ledger own = through(folder, OWN);
                Load load = Load.start(own, folder)) {
            network.kill("peer-" + OWN);
            load.awaitFailures();
            network.up();
            load.awaitService();
            judge(own, "the own peer killed, and back", load.stop());
        }
    }

    @Test
    @Tag("long")
    void withoutTheOwnPeerAnotherThatTheProfileListsTakesItsPlaceAndIsNamed(@TempDir Path folder) throws Exception {
        try (Ledger both = through(folder, OWN, OTHER);
                Load load = Load.start(both, folder)) {
            network.kill("peer-" + OWN);
            load.awaitService();
            assertEquals(List.of("CustomsMSP"), load.lastAnsweredBy());
            assertThrows(LedgerUnavailableException.class, () -> new DocumentChanges(both)
                    .revoke(load.known(), 1, RevocationReason.UNSPECIFIED));
            network.up();
            load.awaitAnswerBy("ChamberMSP");
            judge(both, "the own peer killed, with another listed", load.stop());
        }
    }

    @Test
    @Tag("long")
    void aPeerOfTheOwnThatStandsStillIsPassedOverForAnotherThatTheProfileLists(@TempDir Path folder) throws Exception {
        try (Ledger both = through(folder, OWN, OTHER);
                Load load = Load.start(both, folder)) {
            network.suspend("peer-" + OWN);
            load.awaitService();
            assertEquals(List.of("CustomsMSP"), load.lastAnsweredBy());
            network.goOn("peer-" + OWN);
            load.awaitAnswerBy("ChamberMSP");
            judge(both, "the own peer stood still, with another listed", load.stop());
        }
    }

    @Test
    void withoutTheOwnChaincodeServerAnotherPeerThatTheProfileListsTakesItsPlace(@TempDir Path folder)
            throws Exception {
        try (Ledger both = through(folder, OWN, OTHER)) {
            disturb(
                    both,
                    folder,
                    "the own chaincode server killed, with another listed",
                    () -> network.kill(network.chaincode(OWN)));
        }
    }

    @Test
    void whenAnotherOrganisationsPeerStandsStillTheOthersEndorse(@TempDir Path folder) throws Exception {
        try (Ledger own = through(folder, OWN);
                Load load = Load.start(own, folder)) {
            long since = System.nanoTime();
            network.suspend("peer-" + OTHER);
            load.awaitService();
            Aftermath aftermath = load.stop();
            network.goOn("peer-" + OTHER);
            System.out.println("Without service after another's peer stood still: "
                    + aftermath.longestOutage(since).toMillis() + " ms");
            judge(own, "another's peer stood still", aftermath);
        }
    }

    /** They refuse the second change of a document of which they do not know the first, until they have caught up. */
    @Test
    void whatTheOwnPeerTakesGoesThroughThoughAllOthersAreABlockBehind(@TempDir Path folder) throws Exception {
        List<String> others = Stream.of("customs", "quarantine", "carrier")
                .map(each -> "peer-" + each)
                .toList();
        try (Ledger own = through(folder, OWN)) {
            DocumentId document = new Anchoring(own).anchor(1).get(0);
            DocumentChanges changes = new DocumentChanges(own);
            changes.suspend(document, 1);
            Endorsed reinstated = own.proposeChange(Operation.REINSTATE, document, 2);
            for (String each : others) {
                network.suspend(each);
            }
            reinstated.commit();
            CompletableFuture<Void> caughtUp = CompletableFuture.runAsync(
                    () -> others.forEach(this::goOn), CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
            changes.suspend(document, 3);
            caughtUp.join();
            assertEquals(4, own.read(document).value().sequence());
        }
    }

    private void goOn(String part) {
        try {
            network.goOn(part);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Fault {
        void happen() throws IOException, InterruptedException;
    }

    /** Lets a fault happen under load, which has to go on, and judges while the fault lasts; gives the time without service. */
    private Duration disturb(Ledger ledger, Path folder, String name, Fault fault) throws Exception {
        try (Load load = Load.start(ledger, folder)) {
            long since = System.nanoTime();
            fault.happen();
            load.awaitService();
            Aftermath aftermath = load.stop();
            judge(ledger, name, aftermath);
            return aftermath.longestOutage(since);
        }
    }

    private void judge(Ledger ledger, String fault, Aftermath aftermath) throws IOException {
        System.out.println(fault + ": " + aftermath.summary());
        try (Ledger anybody = Ledger.open(network.profiles(), "carrier")) {
            aftermath.assertTypedAndInTime().assertNothingLostNorDoubled(ledger, anybody);
        }
    }

    private Ledger through(Path folder, String... organisations) throws IOException {
        OtherProfile profile = new OtherProfile(network, OWN);
        for (String organisation : organisations) {
            profile.gateway(organisation);
        }
        return profile.open(folder.resolve("profiles"));
    }
}
