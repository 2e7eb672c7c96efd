package uz.muhr.network.fabric;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.identity.Newcomer;
import uz.muhr.network.local.PortsInUse;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;

/**
 * Prepares what an organisation that joins a running network needs before its processes start: its identities, its
 * configuration and its packages. The network's files count it a member from then on, so that {@code up} too finishes what was
 * begun.
 */
record Admission(Topology topology, NetworkHome home) {
    /**
     * Changes nothing when it refuses.
     *
     * @param running names of the network's processes that run already
     * @throws FabricException when one of its ports is taken
     * @throws uz.muhr.network.identity.IdentityException when the topology has another change than this organisation
     */
    void prepare(String name, Path builder, Set<String> running) {
        Organisation newcomer = Newcomer.require(topology, home, name);
        Configuration configuration = new Configuration(topology, home, builder).check();
        List<String> taken = PortsInUse.of(ProcessPlan.ports(newcomer, topology.chaincode()), running);
        if (!taken.isEmpty()) {
            throw new FabricException(String.join("\n", taken) + "\nStop what listens there, or give " + newcomer.name()
                    + " other ports.");
        }
        new Releases(topology, new FabricFolder(home)).extend(newcomer);
        Newcomer.enrol(topology, home, newcomer, Clock.systemUTC());
        configuration.write();
    }
}
