package uz.muhr.network.fabric;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.local.Retry;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;

/**
 * Takes an organisation whose processes run into a channel that others have. First it becomes a member, and its orderer follows
 * the others until it has their blocks; only then does it order with them, so that ordering never waits for it. May be cut off
 * anywhere and called again.
 */
final class Joining {
    private static final Duration DEADLINE = Duration.ofSeconds(90);

    private final Programs programs;
    private final Topology topology;
    private final NetworkHome home;
    private final Organisation newcomer;
    private final Administrator administrator;
    private final Retry patience = new Retry(DEADLINE);

    Joining(Programs programs, Topology topology, NetworkHome home, Organisation newcomer) {
        this.programs = programs;
        this.topology = topology.first(topology.organisations().indexOf(newcomer) + 1);
        this.home = home;
        this.newcomer = newcomer;
        this.administrator = new Administrator(programs, topology, home, newcomer);
    }

    void complete() {
        String name = newcomer.name();
        patience.untilListening("The orderer of " + name, newcomer.ports().ordererAdmin());
        patience.untilListening("The peer of " + name, newcomer.ports().peer());
        if (administrator.doesOrder()) {
            joinPeer();
            return;
        }
        ChannelConfiguration wanted =
                new ChannelDefinition(topology, home).configuration(programs.requireConfigtxlator());
        List<Organisation> all = topology.organisations();
        Channel others = new Channel(programs, topology.first(all.size() - 1), home);
        others.change(present -> present.withMember(newcomer, wanted), Channel::majority);
        joinOrderer(others);
        joinPeer();
        Channel whole = new Channel(programs, topology, home);
        whole.awaitOrderers(all);
        whole.change(present -> present.withConsenters(wanted), Channel::majority);
        patience.until("The orderer of " + name + " does not order with the others", () -> {
            if (!administrator.doesOrder()) {
                throw new FabricException("it still follows them");
            }
            return true;
        });
        whole.awaitOrderers(all);
    }

    private void joinOrderer(Channel others) {
        try (WorkFolder folder = WorkFolder.make()) {
            Path block = Files.write(folder.file("configuration.block"), others.block());
            patience.until("The orderer of " + newcomer.name() + " could not be put on the channel", () -> {
                if (administrator.ordererHeight().isEmpty()) {
                    administrator.joinOrderer(block);
                }
                return true;
            });
        } catch (IOException e) {
            throw new FabricException("The channel's configuration cannot be handed to an orderer: " + e, e);
        }
    }

    private void joinPeer() {
        patience.until("The peer of " + newcomer.name() + " could not be put on the channel", () -> {
            if (!administrator.hasPeerJoined()) {
                administrator.joinPeer(new FabricFolder(home).genesisBlock());
            }
            return true;
        });
    }
}
