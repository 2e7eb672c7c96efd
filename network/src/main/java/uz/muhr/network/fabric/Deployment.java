package uz.muhr.network.fabric;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;

/**
 * Brings running processes to where a network is: everybody on the channel, every chaincode approved and committed. What
 * was done before is found done, so it may be cut off anywhere and called again.
 */
final class Deployment {
    private static final Duration DEADLINE = Duration.ofSeconds(90);

    private final Programs programs;
    private final Topology topology;
    private final NetworkHome home;
    private final FabricFolder folder;
    private final Releases releases;
    private final Retry patience = new Retry(DEADLINE);

    Deployment(Programs programs, Topology topology, NetworkHome home) {
        this.programs = programs;
        this.topology = topology;
        this.home = home;
        this.folder = new FabricFolder(home);
        this.releases = new Releases(topology, folder);
    }

    /** @throws FabricException when some part cannot be brought there in time, with the part and the reason */
    void complete() {
        List<Release> all = releases.all();
        List<Release> open = new ArrayList<>();
        everybody(this::joinChannel);
        for (Release release : all) {
            if (!isCommitted(release)) {
                open.add(release);
            }
        }
        everybody(organisation -> open.forEach(release -> install(organisation, release)));
        for (Release release : open) {
            everybody(organisation -> approve(organisation, release));
            commit(release);
        }
    }

    private void joinChannel(Organisation organisation) {
        Administrator administrator = new Administrator(programs, topology, home, organisation);
        String name = organisation.name();
        patience.untilListening("The orderer of " + name, organisation.ports().ordererAdmin());
        patience.until("The orderer of " + name + " could not be put on the channel", () -> {
            if (administrator.ordererHeight().isEmpty()) {
                administrator.joinOrderer(folder.genesisBlock());
            }
            return true;
        });
        patience.untilListening("The peer of " + name, organisation.ports().peer());
        patience.until("The peer of " + name + " could not be put on the channel", () -> {
            if (!administrator.hasPeerJoined()) {
                administrator.joinPeer(folder.genesisBlock());
            }
            return true;
        });
    }

    private void install(Organisation organisation, Release release) {
        Administrator administrator = new Administrator(programs, topology, home, organisation);
        if (!administrator.hasInstalled(packageId(organisation, release))) {
            administrator.install(releases.packageOf(release, organisation));
        }
    }

    private boolean isCommitted(Release release) {
        Organisation first = topology.organisations().get(0);
        try (Lifecycle lifecycle = new Lifecycle(topology, home, first)) {
            OptionalLong sequence = lifecycle.committed(release.name());
            return sequence.isPresent() && sequence.getAsLong() >= release.sequence();
        }
    }

    private void approve(Organisation organisation, Release release) {
        String id = packageId(organisation, release);
        try (Lifecycle lifecycle = new Lifecycle(topology, home, organisation)) {
            patience.until(organisation.name() + " could not approve " + release.label(), () -> {
                if (!lifecycle.hasApproved(release, id)) {
                    lifecycle.approve(release, id);
                }
                return true;
            });
        }
    }

    private void commit(Release release) {
        Organisation first = topology.organisations().get(0);
        try (Lifecycle lifecycle = new Lifecycle(topology, home, first)) {
            patience.until("The chaincode " + release.label() + " could not be committed", () -> {
                OptionalLong sequence = lifecycle.committed(release.name());
                if (sequence.isEmpty() || sequence.getAsLong() < release.sequence()) {
                    lifecycle.commit(release);
                }
                return true;
            });
        }
    }

    private static String packageId(Organisation organisation, Release release) {
        return ChaincodePackage.of(release, organisation).id();
    }

    private void everybody(Consumer<Organisation> act) {
        ExecutorService threads =
                Executors.newFixedThreadPool(topology.organisations().size());
        try {
            List<Future<?>> all = new ArrayList<>();
            for (Organisation organisation : topology.organisations()) {
                all.add(threads.submit(() -> act.accept(organisation)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof FabricException refusal
                    ? refusal
                    : new FabricException("A part of the network could not be set up: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FabricException("Setting up the network was interrupted.", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
