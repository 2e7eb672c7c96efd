package uz.muhr.network.fabric;

import java.time.Clock;
import java.util.List;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.identity.Revocations;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;

/**
 * Takes a user's certificates back: every peer refuses them from then on. The organisation's own administrator decides that alone,
 * by the channel's rules. A user's certificate belongs to the organisation's MSP and never to its orderer's, so that one list does.
 */
record Revocation(Programs programs, Topology topology, NetworkHome home) {
    void revoke(Organisation organisation, String user) {
        Revocations.revoke(topology, home, organisation, user, Clock.systemUTC());
        ChannelConfiguration wanted = new ChannelDefinition(topology, home).configuration(programs);
        new Channel(programs, topology, home)
                .change(present -> present.withIdentities(organisation, wanted), members -> List.of(organisation));
    }
}
