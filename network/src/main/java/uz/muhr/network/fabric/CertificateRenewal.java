package uz.muhr.network.fabric;

import java.time.Instant;
import java.util.List;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.identity.Renewal;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;

/**
 * Renews one organisation's certificates, and tells the channel its orderer's new ones. Nothing is begun while another orderer is
 * behind: with all the others in step there is a quorum when this one restarts.
 */
record CertificateRenewal(Programs programs, Topology topology, NetworkHome home) {
    /** Those with a certificate to renew; all when the channel does not know the orderers' present ones. */
    List<Organisation> due(Instant horizon) {
        ChannelConfiguration present = channel().configuration();
        boolean finished = present.withConsenters(definition()).saysTheSameAs(present);
        return topology.organisations().stream()
                .filter(organisation -> !finished || new Renewal(home, organisation).due(horizon) > 0)
                .toList();
    }

    /** Returns how many were renewed; whoever calls restarts the organisation's processes. */
    int renew(Organisation organisation, Instant now, Instant horizon) {
        channel().awaitOrderers(topology.organisations());
        int renewed = new Renewal(home, organisation).renew(now, horizon);
        ChannelConfiguration wanted = definition();
        channel().change(present -> present.withConsenters(wanted), Channel::majority);
        channel().awaitOrderers(topology.organisations());
        return renewed;
    }

    private Channel channel() {
        return new Channel(programs, topology, home);
    }

    private ChannelConfiguration definition() {
        return new ChannelDefinition(topology, home).configuration(programs);
    }
}
