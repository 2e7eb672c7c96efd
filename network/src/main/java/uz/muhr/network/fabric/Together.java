package uz.muhr.network.fabric;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;

/** The same for every organisation, all at the same time. */
final class Together {
    private Together() {}

    /**
     * Returns each organisation's result in the topology's order.
     *
     * @throws FabricException the first organisation's that failed; the others are cut off then
     */
    static <T> List<T> forEach(Topology topology, Function<Organisation, T> work) {
        ExecutorService threads =
                Executors.newFixedThreadPool(topology.organisations().size());
        try {
            List<Future<T>> all = new ArrayList<>();
            for (Organisation organisation : topology.organisations()) {
                all.add(threads.submit(() -> work.apply(organisation)));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : all) {
                results.add(each.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof FabricException refusal
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
