package uz.muhr.network.local;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;
import uz.muhr.network.topology.User;

/** One organisation, asked again and again over one connection until it is up. */
final class Inquiry implements AutoCloseable {
    private static final long ASK_AGAIN_MILLIS = 150;

    private final Topology topology;
    private final Organisation organisation;
    private final PeerGateway peer;
    private final Executor askers;
    private final Executor soon;
    private volatile String last = "no answer yet";

    /**
     * Opens the connection and asks nothing yet.
     *
     * @throws NetworkException when the organisation cannot be asked at all, for want of a readable key
     */
    Inquiry(Topology topology, NetworkHome home, Organisation organisation, ScheduledExecutorService askers) {
        this.topology = topology;
        this.organisation = organisation;
        this.peer = PeerGateway.open(topology, home, organisation, User.ADMIN);
        this.askers = askers;
        this.soon = CompletableFuture.delayedExecutor(ASK_AGAIN_MILLIS, TimeUnit.MILLISECONDS, askers);
    }

    /** Completes when the organisation is up. */
    Future<Void> start() {
        return ask(askers);
    }

    private CompletableFuture<Void> ask(Executor when) {
        return CompletableFuture.supplyAsync(() -> OrganisationStatus.of(topology, organisation, peer), when)
                .thenCompose(status -> {
                    last = status.detail();
                    if (status.isUp()) {
                        return CompletableFuture.completedFuture(null);
                    }
                    peer.dialAgain();
                    return ask(soon);
                });
    }

    /** For the sentence that says who is late, and what it last answered. */
    String lateness() {
        return organisation.name() + ": " + last;
    }

    @Override
    public void close() {
        peer.close();
    }
}
