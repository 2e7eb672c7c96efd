package uz.muhr.network.local;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;

/** Waits until every organisation's peer and chaincode answer. */
final class Readiness {
    private Readiness() {}

    /**
     * Asks all organisations at the same time, again and again.
     *
     * @throws NetworkException at the deadline, with the organisations that do not answer and why
     */
    static void await(Topology topology, NetworkHome home, Duration deadline) {
        long end = System.nanoTime() + deadline.toNanos();
        List<Organisation> organisations = topology.organisations();
        ScheduledExecutorService askers = Executors.newScheduledThreadPool(organisations.size());
        try {
            List<Inquiry> inquiries = organisations.stream()
                    .map(organisation -> Inquiry.start(topology, home, organisation, askers))
                    .toList();
            StringBuilder late = new StringBuilder();
            for (Inquiry inquiry : inquiries) {
                if (!isUpBy(end, inquiry.up())) {
                    late.append("; ").append(inquiry.lateness());
                }
            }
            if (late.length() > 0) {
                throw new NetworkException("After " + deadline.toSeconds() + " s the network is not ready" + late
                        + ". Its logs say more.");
            }
        } finally {
            askers.shutdownNow();
        }
    }

    private static boolean isUpBy(long end, Future<?> up) {
        try {
            up.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NetworkException("Waiting for the network was interrupted.", e);
        } catch (ExecutionException e) {
            throw new NetworkException("The network cannot be asked: " + e.getCause(), e);
        }
    }
}
