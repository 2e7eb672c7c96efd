package uz.muhr.client.following;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uz.muhr.client.following.Watched.PATIENCE_SECONDS;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import uz.muhr.client.Client;
import uz.muhr.client.OtherProfile;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.Wire;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.register.Contents;
import uz.muhr.client.register.Databases;
import uz.muhr.client.register.Databases.NewDatabase;
import uz.muhr.client.register.FoundPage;
import uz.muhr.client.register.Register;
import uz.muhr.client.register.RegisterSettings;
import uz.muhr.client.register.SearchText;
import uz.muhr.client.submission.DocumentChanges;
import uz.muhr.network.devnet.Devnet;
import uz.muhr.network.identity.Enrolment;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.script.ScriptNetwork;
import uz.muhr.network.topology.Topology;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.record.RevocationReason;

/**
 * A register that follows the real network, on both databases. Who looks for what was just committed follows the peer that
 * said so; another may be a moment behind.
 */
@Tag("ledger")
@ExtendWith(TestNetwork.class)
class FollowingIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ArgumentsSource(Databases.class)
    void everyRecordOfTheLedgerIsFoundAsTheLedgerHoldsIt(NewDatabase database, ScriptNetwork network) {
        try (Ledger chamber = Client.ledger(network, "chamber");
                Register register = Register.open(database.apply(folder))) {
            List<DocumentId> anchored = new Anchoring(chamber).anchor(3);
            DocumentChanges changes = new DocumentChanges(chamber);
            changes.revoke(anchored.get(0), 1, RevocationReason.KEY_COMPROMISE);
            changes.suspend(anchored.get(1), 1);
            changes.renew(anchored.get(2), 1);
            FollowingState state = catchUp(register, chamber);
            assertEquals(Optional.empty(), state.fault());
            assertEquals(0, state.lag(register.asOf(), Instant.now()).blocks());
            FoundPage page = register.search(SearchText.search(Map.of("limit", "3")));
            assertEquals(
                    Set.copyOf(anchored),
                    page.documents().stream()
                            .map(FoundPage.FoundDocument::document)
                            .collect(Collectors.toSet()));
            page.documents()
                    .forEach(found -> assertEquals(
                            chamber.history(found.document()).value().versions().current(), found.record()));
            assertEquals(0, catchUp(register, chamber).blocks(), "nothing is written twice");
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Databases.class)
    void twoFollowersOfOneDatabaseWriteEachBlockOnce(NewDatabase database, ScriptNetwork network) throws Exception {
        RegisterSettings settings = database.apply(folder);
        try (Ledger chamber = Client.ledger(network, "chamber");
                Ledger customs = Client.ledger(network, "customs");
                Register one = Register.open(settings);
                Register other = Register.open(settings)) {
            new Anchoring(chamber).anchor(10, 1);
            CompletableFuture<FollowingState> beside = CompletableFuture.supplyAsync(() -> catchUp(other, chamber));
            FollowingState state = catchUp(one, customs);
            long written = state.blocks()
                    + beside.get(PATIENCE_SECONDS, TimeUnit.SECONDS).blocks();
            assertEquals(one.asOf().number() + 1, written);
            assertWhole(settings, one.asOf().number());
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Databases.class)
    void aFollowerWhosePeerIsCutOffMidStreamGoesOnAtTheNext(NewDatabase database, ScriptNetwork network)
            throws Exception {
        RegisterSettings settings = database.apply(folder);
        String second = "127.0.0.1:"
                + network.topology().organisation("chamber").ports().peer();
        try (Wire wire = Wire.toPeer(network, "customs");
                Ledger chamber = Client.ledger(network, "chamber");
                Ledger customs = new OtherProfile(network, "customs")
                        .gateway("customs", wire)
                        .gateway("chamber")
                        .open(folder.resolve("profiles"));
                Register register = Register.open(settings)) {
            Anchoring anchoring = new Anchoring(chamber);
            anchoring.anchor(2, 5);
            Watched watched = new Watched();
            try (Following following =
                    new Following(customs.blocks(), register.followed(), register.rows(), watched::see)) {
                CompletableFuture<Void> running = CompletableFuture.runAsync(following::run);
                watched.until(state -> state.peer().equals(wire.address()) && state.isLevel());
                CompletableFuture<List<DocumentId>> load = CompletableFuture.supplyAsync(() -> anchoring.anchor(10, 5));
                watched.until(state -> state.rows() > 10);
                wire.cut();
                List<DocumentId> anchored = load.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                watched.until(state ->
                        state.peer().equals(second) && Contents.of(settings).holds(anchored));
                following.stop();
                running.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                assertWhole(settings, register.asOf().number());
            }
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Databases.class)
    void aNetworkThatGoesAndComesBackIsFollowedOn(NewDatabase database, ScriptNetwork network) throws Exception {
        RegisterSettings settings = database.apply(folder);
        try (Ledger chamber = Client.ledger(network, "chamber");
                Ledger customs = Client.ledger(network, "customs");
                Register register = Register.open(settings)) {
            Watched watched = new Watched();
            try (Following following =
                    new Following(customs.blocks(), register.followed(), register.rows(), watched::see)) {
                CompletableFuture<Void> running = CompletableFuture.runAsync(following::run);
                watched.until(FollowingState::isLevel);
                network.kill(network.peer("customs"));
                try {
                    watched.until(state -> state.fault().isPresent());
                } finally {
                    network.up();
                }
                List<DocumentId> anchored = new Anchoring(chamber).anchor(2);
                watched.until(state -> Contents.of(settings).holds(anchored));
                following.stop();
                running.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
            assertWhole(settings, register.asOf().number());
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Databases.class)
    void anotherNetworksLedgerIsRefusedInOneSentenceAndNothingOfItIsTaken(NewDatabase database, ScriptNetwork network)
            throws Exception {
        RegisterSettings settings = database.apply(folder);
        Topology topology = network.topology().onFreePorts();
        NetworkHome another = Enrolment.prepare(topology, folder.resolve("another"), Clock.systemUTC());
        try (Devnet devnet = Devnet.start(topology, another);
                Ledger chamber = Client.ledger(network, "chamber");
                Ledger others = Ledger.open(another.root().resolve("profiles"), "customs");
                Register register = Register.open(settings)) {
            assertNotNull(devnet);
            catchUp(register, chamber);
            Contents before = Contents.of(settings);
            String sentence = assertThrows(ForeignLedgerException.class, () -> catchUp(register, others))
                    .sentence();
            assertTrue(sentence.contains("serves another ledger"), sentence);
            assertFalse(sentence.contains("\n"), sentence);
            assertEquals(before, Contents.of(settings));
            new Anchoring(chamber).anchor(1);
            assertEquals(1, catchUp(register, chamber).blocks(), "its own ledger is followed on");
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Databases.class)
    void aForkIsRefusedThoughTheBlocksBeforeItAreTheSame(NewDatabase database, ScriptNetwork network) {
        try (Ledger chamber = Client.ledger(network, "chamber");
                Register register = Register.open(database.apply(folder))) {
            catchUp(register, chamber);
            BlockMark last = register.asOf();
            new Written(register.followed(), register.rows())
                    .write(Written.block(last.number() + 1, Instant.now(), List.of()));
            assertEquals(Optional.empty(), catchUp(register, chamber).fault(), "a peer may be behind");
            new Anchoring(chamber).anchor(1);
            assertThrows(ForeignLedgerException.class, () -> catchUp(register, chamber));
            assertEquals(last.number() + 1, register.asOf().number());
        }
    }

    /** Every block once, and each version of each document once. */
    private static void assertWhole(RegisterSettings settings, long last) {
        Contents contents = Contents.of(settings);
        assertEquals(LongStream.rangeClosed(0, last).boxed().toList(), contents.blocks());
        assertEquals(contents.versions().stream().distinct().toList(), contents.versions());
    }

    private static FollowingState catchUp(Register register, Ledger ledger) {
        try (Following following = new Following(ledger.blocks(), register.followed(), register.rows(), state -> {})) {
            following.catchUp();
            return following.state();
        }
    }
}
