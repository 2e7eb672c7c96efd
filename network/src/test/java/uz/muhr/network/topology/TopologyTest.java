package uz.muhr.network.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class TopologyTest {
    private final Topology sample = SampleTopology.topology();

    @Test
    void theProjectsOwnFileNamesFourOrganisations() {
        assertEquals("documents", sample.channel());
        assertEquals("muhr", sample.chaincode());
        assertEquals(LocalDate.of(2026, 1, 1), sample.authoritySince());
        assertEquals(
                List.of("customs", "chamber", "quarantine", "carrier"),
                sample.organisations().stream().map(Organisation::name).toList());

        Organisation chamber = sample.organisation("chamber");
        assertEquals("ChamberMSP", chamber.mspId());
        assertEquals("chamber.muhr.example", chamber.domain());
        assertEquals(new Ports(8051, 8052, 8053, 8050, 8054, 8055), chamber.ports());
        assertEquals(List.of(new User("issuer", "issuer"), new User("registrar", "registrar")), chamber.users());
        assertEquals(List.of("380", "861", "865", "954"), chamber.issues());
    }

    @Test
    void anOrganisationIsFoundByNameAndByMspId() {
        assertEquals(sample.organisation("carrier"), sample.organisation("CarrierMSP"));
    }

    @Test
    void anUnknownOrganisationIsRefusedWithTheKnownNames() {
        TopologyException refusal = assertThrows(TopologyException.class, () -> sample.organisation("bank"));
        assertEquals(
                "There is no organisation \"bank\"; there are customs, chamber, quarantine, carrier.",
                refusal.getMessage());
    }

    @Test
    void theOrderersMspIsNamedAfterTheOrganisations() {
        assertEquals("CustomsOrdererMSP", sample.organisation("customs").ordererMspId());
    }

    @Test
    void aMajorityIsMoreThanHalf() {
        assertEquals(3, sample.majority());
        assertEquals(2, firstOrganisations(3).majority());
        assertEquals(2, firstOrganisations(2).majority());
        assertEquals(1, firstOrganisations(1).majority());
    }

    @Test
    void freePortsAreDistinctAndFreeAndNothingElseChanges() throws IOException {
        Topology moved = sample.onFreePorts();
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (Organisation organisation : moved.organisations()) {
                for (int port : organisation.ports().all()) {
                    sockets.add(listen(port));
                }
            }
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
        assertEquals(24, new HashSet<>(sockets).size());
        assertNotEquals(sample, moved);
        List<Organisation> back = moved.organisations().stream()
                .map(o -> o.withPorts(sample.organisation(o.name()).ports()))
                .toList();
        assertEquals(sample, new Topology(moved.channel(), moved.chaincode(), back, moved.authoritySince()));
    }

    @Test
    void aPortSomebodyListensOnIsNotFree() throws IOException {
        for (int i = 0; i < 20; i++) {
            Topology first = sample.onFreePorts();
            int taken = first.organisations().get(0).ports().peer();
            try (ServerSocket socket = listen(taken)) {
                assertTrue(sample.onFreePorts().organisations().stream()
                        .noneMatch(o -> o.ports().peer() == socket.getLocalPort()));
            }
        }
    }

    @Test
    void aServerThatIsAddedGetsNoPortThatSomebodySpeaksForThoughNobodyListensYet() {
        Topology moved = sample.onFreePorts();
        Set<Integer> spokenFor = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            Map<String, Integer> more = moved.morePorts(spokenFor);
            assertEquals(
                    moved.organisations().stream().map(Organisation::name).collect(Collectors.toSet()), more.keySet());
            for (int port : more.values()) {
                assertTrue(spokenFor.add(port) && !moved.ports().contains(port), "port " + port + " is given twice");
            }
        }
    }

    private Topology firstOrganisations(int count) {
        return new Topology("c", "c", sample.organisations().subList(0, count), sample.authoritySince());
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
