package uz.muhr.network.fabric;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import uz.muhr.network.local.PeerGateway;
import uz.muhr.network.local.Retry;
import uz.muhr.network.script.ScriptNetwork;
import uz.muhr.network.topology.Organisation;
import uz.muhr.protocol.anchoring.AnchorItem;
import uz.muhr.protocol.anchoring.AnchorList;
import uz.muhr.protocol.anchoring.AnchorOutcome;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.commitment.CommitmentKind;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.NumberDigest;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.record.Validity;

/**
 * An issuer who anchors one document after another, each until the ledger has it, over one connection with the certificate that it
 * began with.
 */
final class SteadyClient implements AutoCloseable {
    /** Longer than orderers take to replace a leader, and a peer to come back. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final ScriptNetwork network;
    private final Organisation organisation;
    private final String type;
    private final int series;
    private final AtomicBoolean over = new AtomicBoolean();
    private final List<DocumentId> anchored = new ArrayList<>();
    private final CompletableFuture<Void> work;

    SteadyClient(ScriptNetwork network, String organisation, String type, int series) {
        this.network = network;
        this.organisation = network.topology().organisation(organisation);
        this.type = type;
        this.series = series;
        work = CompletableFuture.runAsync(this::run);
    }

    private void run() {
        try (PeerGateway peer = network.open(organisation.name(), "issuer", "muhr")) {
            do {
                anchored.add(anchor(peer, series + anchored.size()));
            } while (!over.get());
        }
    }

    private DocumentId anchor(PeerGateway peer, int number) {
        AnchorItem item = new AnchorItem(
                new TypeCode(type),
                new NumberDigest(String.format(Locale.ROOT, "%064x", number)),
                new Commitment(CommitmentKind.OPEN, String.format(Locale.ROOT, "%064x", number)),
                new Validity(Optional.empty(), Optional.empty()),
                Optional.empty());
        new Retry(PATIENCE).until("Document " + number + " could not be anchored", () -> {
            peer.dialAgain();
            byte[] answer =
                    peer.contract("document").submitTransaction("anchor", new AnchorList(List.of(item)).write());
            return requireAnchored(
                    AnchorOutcome.parse(new String(answer, UTF_8)).get(0));
        });
        return item.documentId(new MspId(organisation.mspId()));
    }

    private static boolean requireAnchored(AnchorOutcome outcome) {
        boolean there = outcome instanceof AnchorOutcome.Anchored
                || (outcome instanceof AnchorOutcome.Refused refused
                        && refused.refusal().code().name().equals("DOCUMENT_EXISTS"));
        if (!there) {
            throw new FabricException(outcome.toString());
        }
        return true;
    }

    /** Ends with the document that is under way; fails when one could not be anchored. */
    List<DocumentId> finish() throws Exception {
        over.set(true);
        work.get(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertFalse(anchored.isEmpty());
        return List.copyOf(anchored);
    }

    @Override
    public void close() {
        over.set(true);
    }
}
