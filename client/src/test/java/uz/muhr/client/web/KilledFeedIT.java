package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.access.TestKey;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.following.Anchoring;
import uz.muhr.client.register.Contents;
import uz.muhr.client.register.Databases;
import uz.muhr.client.register.Databases.NewDatabase;
import uz.muhr.client.register.Position;
import uz.muhr.client.register.RegisterSettings;
import uz.muhr.client.web.FeedReader.Told;
import uz.muhr.client.webhook.Receiver;
import uz.muhr.network.script.ScriptNetwork;
import uz.muhr.protocol.identifier.DocumentId;

/** The client that tells, killed with SIGKILL while the ledger grows: readers and receivers miss nothing. */
@Tag("ledger")
@Tag("long-on-fabric")
@ExtendWith(TestNetwork.class)
class KilledFeedIT {
    private static final int KILLS = 2;
    private static final int LISTS = 10;
    private static final int TOLD_BEFORE_A_KILL = 3;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ArgumentsSource(Databases.class)
    void nothingIsLeftOutThoughTheClientIsKilled(NewDatabase database, ScriptNetwork network) throws Exception {
        RegisterSettings settings = database.apply(folder.resolve("data"));
        List<DocumentId> anchored = new ArrayList<>();
        List<Told> told = new ArrayList<>();
        Set<String> received = new LinkedHashSet<>();
        try (Receiver receiver = Receiver.open()) {
            String begun = "";
            for (int round = 0; round <= KILLS; round++) {
                try (WebProcess web = start(network, settings)) {
                    URI address = URI.create(Objects.requireNonNull(web.address(), web.said()));
                    URI feed = awaited(address);
                    if (round == 0) {
                        begun = subscribed(address, receiver);
                    }
                    CompletableFuture<List<DocumentId>> load = CompletableFuture.supplyAsync(() -> anchor(network));
                    Optional<String> last = told.isEmpty()
                            ? Optional.of(begun)
                            : Optional.of(told.get(told.size() - 1).id());
                    try (FeedReader reader = FeedReader.connect(feed, last)) {
                        for (int i = 0; i < TOLD_BEFORE_A_KILL; i++) {
                            told.add(reader.next().orElseThrow());
                        }
                        received.add(position(receiver));
                        if (round < KILLS) {
                            web.kill();
                        }
                        anchored.addAll(load.get(2, TimeUnit.MINUTES));
                        if (round == KILLS) {
                            readAll(reader, told, anchored);
                            receiveAll(receiver, received, told);
                        }
                    }
                }
            }
        }
    }

    private WebProcess start(ScriptNetwork network, RegisterSettings settings) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--muhr.profiles=" + network.profiles(),
                "--muhr.as=chamber",
                "--muhr.data=" + folder.resolve("data")));
        arguments.addAll(List.of(Contents.asSettings(settings)));
        return WebProcess.admitting(
                List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"), arguments.toArray(String[]::new));
    }

    /** Where the subscription begins. */
    private static String subscribed(URI address, Receiver receiver) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/api/webhooks"))
                .header("Authorization", TestKey.header())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"url\":\"" + receiver.url() + "\"}"))
                .build();
        JsonObject made = JsonParser.parseString(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body())
                .getAsJsonObject();
        return made.get("told").getAsString();
    }

    /** The feed, once the register is open. */
    private static URI awaited(URI address) {
        URI feed = address.resolve("/api/feed");
        Awaited.until(() -> {
            try (FeedReader reader = FeedReader.connect(feed, Optional.empty())) {
                return !reader.lastId().isEmpty();
            } catch (IOException e) {
                return false;
            }
        });
        return feed;
    }

    private static List<DocumentId> anchor(ScriptNetwork network) {
        try (Ledger ledger = Client.ledger(network, "chamber")) {
            return new Anchoring(ledger).anchor(LISTS, 2);
        }
    }

    /** Every document, each event once, in the ledger's order. */
    private static void readAll(FeedReader reader, List<Told> told, List<DocumentId> anchored) throws IOException {
        Set<String> missing = anchored.stream().map(DocumentId::hex).collect(Collectors.toCollection(HashSet::new));
        told.forEach(each -> document(each).ifPresent(missing::remove));
        while (!missing.isEmpty()) {
            Told next = reader.next().orElseThrow();
            told.add(next);
            document(next).ifPresent(missing::remove);
        }
        List<Position> positions =
                told.stream().map(each -> Position.parse(each.id())).toList();
        assertEquals(positions.stream().distinct().sorted().toList(), positions);
        System.out.println(told.size() + " events told over " + KILLS + " kills");
    }

    /** Which document it is about; none for a container seal, of which other tests may have left some on the ledger. */
    private static Optional<String> document(Told told) {
        return Optional.ofNullable(told.record())
                .map(record -> record.get("document").getAsString());
    }

    /** Each event at least once, in the ledger's order but for what is sent again. */
    private static void receiveAll(Receiver receiver, Set<String> received, List<Told> told)
            throws InterruptedException {
        List<String> wanted = told.stream().map(Told::id).toList();
        while (!received.contains(wanted.get(wanted.size() - 1))) {
            received.add(position(receiver));
        }
        assertEquals(wanted, List.copyOf(received));
    }

    private static String position(Receiver receiver) throws InterruptedException {
        String id = receiver.next().id();
        return id.substring(id.indexOf(':') + 1);
    }
}
