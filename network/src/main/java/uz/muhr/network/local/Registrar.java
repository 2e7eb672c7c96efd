package uz.muhr.network.local;

import java.util.Optional;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.identity.Revocations;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;
import uz.muhr.network.topology.User;

/** Who speaks for an organisation in what the members decide together: its first registrar whose certificate stands. */
public record Registrar(Organisation organisation, User user) {
    private static final String ROLE = "registrar";

    /** Empty when the organisation has none. */
    public static Optional<Registrar> of(NetworkHome home, Organisation organisation) {
        return Revocations.standing(home, organisation).stream()
                .filter(user -> user.role().equals(ROLE))
                .findFirst()
                .map(user -> new Registrar(organisation, user));
    }

    public PeerGateway open(Topology topology, NetworkHome home) {
        return PeerGateway.open(topology, home, organisation, user.name());
    }
}
