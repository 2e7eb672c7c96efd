package uz.muhr.network.local;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;

/**
 * One organisation, asked again and again until it is up.
 *
 * @param up completes when the organisation is up; fails when it cannot be asked at all, such as for want of a key
 * @param last why it was not up when last asked
 */
record Inquiry(Organisation organisation, Future<Void> up, AtomicReference<String> last) {
    private static final long ASK_AGAIN_MILLIS = 100;

    static Inquiry start(
            Topology topology, NetworkHome home, Organisation organisation, ScheduledExecutorService askers) {
        AtomicReference<String> last = new AtomicReference<>("no answer yet");
        Executor soon = CompletableFuture.delayedExecutor(ASK_AGAIN_MILLIS, TimeUnit.MILLISECONDS, askers);
        return new Inquiry(organisation, ask(topology, home, organisation, last, askers, soon), last);
    }

    private static CompletableFuture<Void> ask(
            Topology topology,
            NetworkHome home,
            Organisation organisation,
            AtomicReference<String> last,
            Executor now,
            Executor soon) {
        return CompletableFuture.supplyAsync(() -> OrganisationStatus.of(topology, home, organisation), now)
                .thenCompose(status -> {
                    last.set(status.detail());
                    return status.isUp()
                            ? CompletableFuture.completedFuture(null)
                            : ask(topology, home, organisation, last, soon, soon);
                });
    }

    /** For the sentence that says who is late. */
    String lateness() {
        return organisation.name() + ": " + last.get();
    }
}
