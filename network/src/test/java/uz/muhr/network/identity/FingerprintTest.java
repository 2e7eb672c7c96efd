package uz.muhr.network.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Ports;
import uz.muhr.network.topology.SampleTopology;
import uz.muhr.network.topology.Topology;
import uz.muhr.network.topology.User;

final class FingerprintTest {
    private final Topology sample = SampleTopology.topology();

    @Test
    void theSameTopologyHasTheSameFingerprint() {
        assertEquals(Fingerprint.of(sample), Fingerprint.of(SampleTopology.topology()));
        assertEquals(64, Fingerprint.of(sample).length());
    }

    @Test
    void everyFieldCounts() {
        assertDiffers(new Topology("other", sample.chaincode(), sample.organisations(), sample.authoritySince()));
        assertDiffers(new Topology(sample.channel(), "other", sample.organisations(), sample.authoritySince()));
        assertDiffers(
                new Topology(sample.channel(), sample.chaincode(), sample.organisations(), LocalDate.of(2026, 1, 2)));
        assertDiffers(first(o -> new Organisation("x", o.mspId(), o.domain(), o.ports(), o.users(), o.issues())));
        assertDiffers(first(o -> new Organisation(o.name(), "XMSP", o.domain(), o.ports(), o.users(), o.issues())));
        assertDiffers(first(o -> new Organisation(o.name(), o.mspId(), "x.y", o.ports(), o.users(), o.issues())));
        for (int changed = 0; changed < 6; changed++) {
            int[] ports = {7051, 7052, 7053, 7050, 7054, 7055};
            ports[changed] = 2000;
            Ports others = new Ports(ports[0], ports[1], ports[2], ports[3], ports[4], ports[5]);
            assertDiffers(first(o -> new Organisation(o.name(), o.mspId(), o.domain(), others, o.users(), o.issues())));
        }
        assertDiffers(first(o -> new Organisation(
                o.name(), o.mspId(), o.domain(), o.ports(), List.of(new User("x", "issuer")), o.issues())));
        assertDiffers(
                first(o -> new Organisation(o.name(), o.mspId(), o.domain(), o.ports(), o.users(), List.of("1"))));
    }

    @Test
    void aTypeThatMovesFromOneListToTheNextCounts() {
        User user = new User("a", "issuer");
        assertNotEquals(
                Fingerprint.of(pair(List.of("1", "2"), List.of(), user)),
                Fingerprint.of(pair(List.of("1"), List.of("2"), user)));
    }

    private Topology pair(List<String> left, List<String> right, User user) {
        return new Topology(
                "c",
                "c",
                List.of(
                        new Organisation("a", "AMSP", "a.x", SampleTopology.ports(2000), List.of(user), left),
                        new Organisation("b", "BMSP", "b.x", SampleTopology.ports(3000), List.of(user), right)),
                sample.authoritySince());
    }

    private Topology first(UnaryOperator<Organisation> change) {
        List<Organisation> organisations = new ArrayList<>(sample.organisations());
        organisations.set(0, change.apply(organisations.get(0)));
        return new Topology(sample.channel(), sample.chaincode(), organisations, sample.authoritySince());
    }

    private void assertDiffers(Topology other) {
        assertNotEquals(Fingerprint.of(sample), Fingerprint.of(other), other.toString());
    }
}
