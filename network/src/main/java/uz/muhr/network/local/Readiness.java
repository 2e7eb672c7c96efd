package uz.muhr.network.local;

import java.time.Duration;
import java.util.ArrayList;
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
public final class Readiness {
    private Readiness() {}

    /**
     * Asks all organisations at the same time, again and again.
     *
     * @throws NetworkException at the deadline, with the organisations that do not answer and why
     */
    public static void await(Topology topology, NetworkHome home, Duration deadline) {
        List<Organisation> organisations = topology.organisations();
        long end = System.nanoTime() + deadline.toNanos();
        ScheduledExecutorService askers = Executors.newScheduledThreadPool(organisations.size());
        List<Inquiry> inquiries = new ArrayList<>();
        try {
            for (Organisation organisation : organisations) {
                inquiries.add(new Inquiry(topology, home, organisation, askers));
            }
            List<Future<Void>> ups = inquiries.stream().map(Inquiry::start).toList();
            StringBuilder late = new StringBuilder();
            for (int i = 0; i < ups.size(); i++) {
                if (!isUpBy(end, ups.get(i))) {
                    late.append("; ").append(inquiries.get(i).lateness());
                }
            }
            if (late.length() > 0) {
                throw new NetworkException("After " + deadline.toSeconds() + " s the network is not ready" + late
                        + ". Its logs say more.");
            }
        } finally {
            askers.shutdownNow();
            inquiries.forEach(Inquiry::close);
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
