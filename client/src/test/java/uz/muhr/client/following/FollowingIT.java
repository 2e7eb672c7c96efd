package uz.muhr.client.following;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.register.Contents;
import uz.muhr.client.register.Databases;
import uz.muhr.client.register.Databases.NewDatabase;
import uz.muhr.client.register.FoundPage;
import uz.muhr.client.register.Register;
import uz.muhr.client.register.RegisterSettings;
import uz.muhr.client.register.SearchText;
import uz.muhr.client.submission.Revocation;
import uz.muhr.network.devnet.Devnet;
import uz.muhr.network.identity.Enrolment;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.local.LocalNetwork;
import uz.muhr.network.topology.Topology;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.record.RevocationReason;

/** A register that follows the real network, on both databases. */
@ExtendWith(TestNetwork.class)
class FollowingIT {
    private static final int PATIENCE_SECONDS = 90;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ArgumentsSource(Databases.class)
    void everyRecordOfTheLedgerIsFoundAsTheLedgerHoldsIt(NewDatabase database, LocalNetwork network) {
        try (Ledger chamber = Client.ledger(network, "chamber");
                Ledger customs = Client.ledger(network, "customs");
                Register register = Register.open(database.apply(folder))) {
            List<DocumentId> anchored = new Anchoring(chamber).anchor(3);
            new Revocation(chamber).revoke(anchored.get(0), 1, RevocationReason.KEY_COMPROMISE);
            FollowingState state = catchUp(register, customs);
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
                            chamber.history(found.document()).versions().current(), found.record()));
            assertEquals(0, catchUp(register, customs).blocks(), "nothing is written twice");
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Databases.class)
    void twoFollowersOfOneDatabaseWriteEachBlockOnce(NewDatabase database, LocalNetwork network) throws Exception {
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
    void aFollowerWhosePeerIsCutOffMidStreamGoesOnAtTheNext(NewDatabase database, LocalNetwork network)
            throws Exception {
        RegisterSettings settings = database.apply(folder);
        String second = "127.0.0.1:"
                + network.topology().organisation("chamber").ports().peer();
        try (Relay relay = new Relay(
                        network.topology().organisation("customs").ports().peer());
                Ledger chamber = Client.ledger(network, "chamber");
                Ledger customs = Ledger.open(twoGateways(network, relay.address(), second), "customs");
                Register register = Register.open(settings)) {
            Anchoring anchoring = new Anchoring(chamber);
            anchoring.anchor(2, 5);
            Watched watched = new Watched();
            try (Following following =
                    new Following(customs.blocks(), register.followed(), register.rows(), watched::see)) {
                CompletableFuture<Void> running = CompletableFuture.runAsync(following::run);
                watched.until(state -> state.peer().equals(relay.address()) && state.isLevel());
                CompletableFuture<List<DocumentId>> load = CompletableFuture.supplyAsync(() -> anchoring.anchor(10, 5));
                watched.until(state -> state.rows() > 10);
                relay.cut();
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
    void aNetworkThatGoesAndComesBackIsFollowedOn(NewDatabase database, LocalNetwork network) throws Exception {
        RegisterSettings settings = database.apply(folder);
        try (Ledger customs = Client.ledger(network, "customs");
                Register register = Register.open(settings)) {
            Watched watched = new Watched();
            try (Following following =
                    new Following(customs.blocks(), register.followed(), register.rows(), watched::see)) {
                CompletableFuture<Void> running = CompletableFuture.runAsync(following::run);
                watched.until(FollowingState::isLevel);
                network.stopDevnet();
                try {
                    watched.until(state -> state.fault().isPresent());
                } finally {
                    network.startDevnet();
                }
                List<DocumentId> anchored = new Anchoring(Client.ledger(network, "chamber")).anchor(2);
                watched.until(state -> Contents.of(settings).holds(anchored));
                following.stop();
                running.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
            assertWhole(settings, register.asOf().number());
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Databases.class)
    void anotherNetworksLedgerIsRefusedInOneSentenceAndNothingOfItIsTaken(NewDatabase database, LocalNetwork network)
            throws Exception {
        RegisterSettings settings = database.apply(folder);
        Topology topology = network.topology().onFreePorts();
        NetworkHome another = Enrolment.prepare(topology, folder.resolve("another"), Clock.systemUTC());
        try (Devnet devnet = Devnet.start(topology, another);
                Ledger customs = Client.ledger(network, "customs");
                Ledger others = Ledger.open(another.root().resolve("profiles"), "customs");
                Register register = Register.open(settings)) {
            assertNotNull(devnet);
            catchUp(register, customs);
            Contents before = Contents.of(settings);
            String sentence = assertThrows(ForeignLedgerException.class, () -> catchUp(register, others))
                    .sentence();
            assertTrue(sentence.contains("serves another ledger"), sentence);
            assertFalse(sentence.contains("\n"), sentence);
            assertEquals(before, Contents.of(settings));
            try (Ledger chamber = Client.ledger(network, "chamber")) {
                new Anchoring(chamber).anchor(1);
            }
            assertEquals(1, catchUp(register, customs).blocks(), "its own ledger is followed on");
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Databases.class)
    void aForkIsRefusedThoughTheBlocksBeforeItAreTheSame(NewDatabase database, LocalNetwork network) {
        try (Ledger chamber = Client.ledger(network, "chamber");
                Ledger customs = Client.ledger(network, "customs");
                Register register = Register.open(database.apply(folder))) {
            catchUp(register, customs);
            BlockMark last = register.asOf();
            new Written(register.followed(), register.rows())
                    .write(Written.block(last.number() + 1, Instant.now(), List.of()));
            assertEquals(Optional.empty(), catchUp(register, customs).fault(), "a peer may be behind");
            new Anchoring(chamber).anchor(1);
            assertThrows(ForeignLedgerException.class, () -> catchUp(register, customs));
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

    /** Customs' profile with two gateways: its own peer at another address, then chamber's. */
    private Path twoGateways(LocalNetwork network, String first, String second) throws IOException {
        JsonObject profile = read(network, "customs");
        JsonArray gateways = new JsonArray();
        gateways.add(gateway(network, "customs", first));
        gateways.add(gateway(network, "chamber", second));
        profile.add("gateways", gateways);
        profile.getAsJsonArray("users").forEach(user -> {
            absolute(network, user.getAsJsonObject(), "certificate");
            absolute(network, user.getAsJsonObject(), "privateKey");
        });
        Files.writeString(folder.resolve("customs.json"), profile.toString());
        return folder;
    }

    private static JsonObject gateway(LocalNetwork network, String organisation, String address) throws IOException {
        JsonObject gateway =
                read(network, organisation).getAsJsonArray("gateways").get(0).getAsJsonObject();
        gateway.addProperty("address", address);
        absolute(network, gateway, "tlsCaCertificate");
        return gateway;
    }

    private static void absolute(LocalNetwork network, JsonObject json, String member) {
        json.addProperty(
                member,
                network.profile("customs")
                        .resolveSibling(json.get(member).getAsString())
                        .toString());
    }

    private static JsonObject read(LocalNetwork network, String organisation) throws IOException {
        return JsonParser.parseString(Files.readString(network.profile(organisation)))
                .getAsJsonObject();
    }

    /** The latest state of a follower, for a test that waits for one. */
    private static final class Watched {
        private FollowingState latest = FollowingState.notYet("nothing was seen");

        synchronized void see(FollowingState state) {
            latest = state;
            notifyAll();
        }

        synchronized void until(Predicate<FollowingState> wanted) throws InterruptedException, TimeoutException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!wanted.test(latest)) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    throw new TimeoutException("The last state was " + latest);
                }
                wait(left);
            }
        }
    }
}
