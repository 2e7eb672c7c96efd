package uz.muhr.network.fabric;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import uz.muhr.network.local.NetworkException;
import uz.muhr.network.topology.Organisation;

/** The same for several organisations, all at the same time. */
final class Together {
    private Together() {}

    /**
     * Returns each organisation's result in the list's order.
     *
     * @throws NetworkException the first organisation's that failed; the others are cut off then
     */
    static <T> List<T> forEach(List<Organisation> organisations, Function<Organisation, T> work) {
        if (organisations.isEmpty()) {
            return List.of();
        }
        ExecutorService threads = Executors.newFixedThreadPool(organisations.size());
        try {
            List<Future<T>> all = new ArrayList<>();
            for (Organisation organisation : organisations) {
                all.add(threads.submit(() -> work.apply(organisation)));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : all) {
                results.add(each.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof NetworkException refusal
                    ? refusal
                    : new FabricException("A part of the network cannot be dealt with: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FabricException("Waiting for the organisations was interrupted.", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
