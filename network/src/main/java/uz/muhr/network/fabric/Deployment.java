package uz.muhr.network.fabric;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.local.Readiness;
import uz.muhr.network.local.Retry;
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
        List<Organisation> founders = founders();
        List<Organisation> newcomers = new ArrayList<>(topology.organisations());
        newcomers.removeAll(founders);
        each(founders, this::joinChannel);
        newcomers.forEach(newcomer -> new Joining(programs, topology, home, newcomer).complete());

        List<Release> open = new ArrayList<>(releases.all());
        open.removeIf(this::isCommitted);
        for (Release release : open) {
            each(topology.organisations(), organisation -> install(organisation, release));
            each(topology.organisations(), organisation -> approve(organisation, release));
            commit(release);
        }
        List<Release> newest = releases.newest();
        for (Release release : newest) {
            if (!open.contains(release)) {
                each(newcomers, newcomer -> catchUp(newcomer, release));
            }
        }
        each(topology.organisations(), organisation -> awaitDefinitions(organisation, newest));
        for (Release release : newest) {
            Readiness.await(topology.withChaincode(release.name()), home, DEADLINE);
        }
    }

    private List<Organisation> founders() {
        try {
            return ChannelConfiguration.of(Files.readAllBytes(folder.genesisBlock()))
                    .members(topology.organisations());
        } catch (IOException e) {
            throw new FabricException(
                    "The channel's first block " + folder.genesisBlock() + " cannot be read: " + e, e);
        }
    }

    /** Installs and approves what the channel had before the organisation joined. */
    private void catchUp(Organisation newcomer, Release release) {
        try (Lifecycle lifecycle = new Lifecycle(topology, home, newcomer)) {
            if (!lifecycle.hasApproved(release, packageId(newcomer, release))) {
                install(newcomer, release);
                approve(newcomer, release);
            }
        }
    }

    private void joinChannel(Organisation organisation) {
        Administrator administrator = new Administrator(programs, topology, home, organisation);
        String name = organisation.name();
        patience.untilListening("The orderer of " + name, organisation.ports().ordererAdmin());
        until("The orderer of " + name + " could not be put on the channel", () -> {
            if (administrator.ordererHeight().isEmpty()) {
                administrator.joinOrderer(folder.genesisBlock());
            }
            return true;
        });
        patience.untilListening("The peer of " + name, organisation.ports().peer());
        until("The peer of " + name + " could not be put on the channel", () -> {
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
        // The peer dials when the definition is committed: a server that listens by then is registered at once.
        patience.untilListening("The chaincode server " + release.process(organisation), release.port(organisation));
    }

    private boolean isCommitted(Release release) {
        Organisation first = topology.organisations().get(0);
        try (Lifecycle lifecycle = new Lifecycle(topology, home, first)) {
            return isCommitted(release, lifecycle);
        }
    }

    private static boolean isCommitted(Release release, Lifecycle lifecycle) {
        OptionalLong sequence = lifecycle.committed(release.name());
        return sequence.isPresent() && sequence.getAsLong() >= release.sequence();
    }

    private void approve(Organisation organisation, Release release) {
        String id = packageId(organisation, release);
        try (Lifecycle lifecycle = new Lifecycle(topology, home, organisation)) {
            until(organisation.name() + " could not approve " + release.label(), () -> {
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
            until("The chaincode " + release.label() + " could not be committed", () -> {
                if (!isCommitted(release, lifecycle)) {
                    lifecycle.commit(release);
                }
                return true;
            });
        }
    }

    /** An organisation's own peer may be blocks behind the one where these were committed, and answer with older ones until then. */
    private void awaitDefinitions(Organisation organisation, List<Release> newest) {
        Retry behind = new Retry(DEADLINE);
        try (Lifecycle lifecycle = new Lifecycle(topology, home, organisation)) {
            for (Release release : newest) {
                behind.until("The peer of " + organisation.name() + " does not have " + release.label(), () -> {
                    if (!isCommitted(release, lifecycle)) {
                        throw new FabricException("its definition is missing");
                    }
                    return true;
                });
            }
        }
    }

    private void until(String what, Callable<Boolean> attempt) {
        patience.until(what, attempt);
    }

    private static String packageId(Organisation organisation, Release release) {
        return ChaincodePackage.of(release, organisation).id();
    }

    private static void each(List<Organisation> organisations, Consumer<Organisation> work) {
        Together.forEach(organisations, organisation -> {
            work.accept(organisation);
            return true;
        });
    }
}
