package uz.muhr.network.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Ports;
import uz.muhr.network.topology.SampleTopology;
import uz.muhr.network.topology.Topology;
import uz.muhr.network.topology.User;

final class EstablishmentTest {
    @Test
    void theArgumentIsCanonicalWhateverTheFilesOrder() {
        Topology topology = new Topology(
                "c",
                "c",
                List.of(
                        organisation("b", "BMSP", SampleTopology.ports(3000), "registrar", List.of("861", "380")),
                        organisation("a", "AMSP", SampleTopology.ports(2000), "issuer", List.of("85"))),
                LocalDate.of(2026, 1, 1));
        assertEquals(
                "{\"authorities\":["
                        + "{\"from\":\"2026-01-01T00:00:00Z\",\"issuer\":\"AMSP\",\"type\":\"85\"},"
                        + "{\"from\":\"2026-01-01T00:00:00Z\",\"issuer\":\"BMSP\",\"type\":\"380\"},"
                        + "{\"from\":\"2026-01-01T00:00:00Z\",\"issuer\":\"BMSP\",\"type\":\"861\"}"
                        + "],\"organisations\":[\"AMSP\",\"BMSP\"]}",
                Establishment.argument(topology));
    }

    @Test
    void theProjectsArgumentNamesEveryMemberAndItsTypes() {
        String argument = Establishment.argument(SampleTopology.topology());
        assertEquals(
                "\"organisations\":[\"CarrierMSP\",\"ChamberMSP\",\"CustomsMSP\",\"QuarantineMSP\"]}",
                argument.substring(argument.indexOf("\"organisations\"")));
        assertEquals(17, argument.split("\"from\"", -1).length - 1);
    }

    @Test
    void aNetworkWithoutARegistrarCannotBeEstablished() {
        Topology topology = new Topology(
                "c",
                "c",
                List.of(organisation("a", "AMSP", SampleTopology.ports(2000), "issuer", List.of())),
                LocalDate.of(2026, 1, 1));
        NetworkException refusal = assertThrows(
                NetworkException.class, () -> Establishment.establish(topology, new NetworkHome(Path.of("nowhere"))));
        assertEquals(
                "No organisation has a registrar, who must establish the network; give one a user with the role"
                        + " registrar.",
                refusal.getMessage());
    }

    private static Organisation organisation(String name, String mspId, Ports ports, String role, List<String> issues) {
        return new Organisation(name, mspId, name + ".x", ports, List.of(new User("u", role)), issues);
    }
}
