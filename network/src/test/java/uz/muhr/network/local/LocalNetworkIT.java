package uz.muhr.network.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.hyperledger.fabric.client.GatewayException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.SampleTopology;
import uz.muhr.network.topology.Topology;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LocalNetworkIT {
    private final LocalNetwork network;

    LocalNetworkIT(@TempDir Path folder) throws IOException {
        network = LocalNetwork.start(
                folder.resolve("home"), SampleTopology.topology(), ContractJar.write(folder.resolve("contract.jar")));
    }

    @BeforeAll
    void theNetworkIsUp() {
        assertTrue(report().isUp(), report().text());
    }

    @AfterAll
    void end() {
        network.close();
    }

    @Test
    void theNetworkIsEstablishedForEveryOrganisation() throws GatewayException {
        String expected = Establishment.argument(network.topology());
        for (Organisation organisation : network.topology().organisations()) {
            assertEquals(expected, members(organisation));
        }
    }

    @Test
    void establishingAgainChangesNothing() {
        OptionalLong before = status("customs").height();
        assertFalse(Establishment.establish(network.topology(), network.home()));
        assertEquals(before, status("customs").height());
    }

    @Test
    void everyOrganisationHasItsProfile() {
        for (Organisation organisation : network.topology().organisations()) {
            assertTrue(Files.exists(network.profile(organisation.name())));
            assertEquals(network.profile(organisation.name()), network.profile(organisation.mspId()));
        }
    }

    @Test
    void aNetworkThatWasTakenAwayComesBackWithItsLedger() throws GatewayException {
        OptionalLong before = status("chamber").height();
        network.stopDevnet();
        OrganisationStatus down = status("chamber");
        assertTrue(down.height().isEmpty());
        assertTrue(down.detail().startsWith("the peer does not answer: UNAVAILABLE"), down.detail());
        NetworkException late = assertThrows(
                NetworkException.class,
                () -> Readiness.await(network.topology(), network.home(), Duration.ofMillis(300)));
        assertTrue(
                String.valueOf(late.getMessage()).startsWith("After 0 s the network is not ready; customs: "),
                late.getMessage());

        network.startDevnet();
        Readiness.await(network.topology(), network.home(), Duration.ofSeconds(30));
        assertEquals(before, status("chamber").height());
        assertEquals(
                Establishment.argument(network.topology()),
                members(network.topology().organisation("chamber")));
    }

    @Test
    void anOrganisationWhoseChaincodeEndedIsNamed() {
        network.stopChaincode("carrier");
        OrganisationStatus carrier = status("carrier");
        assertTrue(carrier.height().isPresent(), "its peer still answers");
        assertFalse(carrier.chaincode());
        assertTrue(carrier.detail().startsWith("the chaincode does not answer: "), carrier.detail());
        assertTrue(status("customs").isUp());

        network.startChaincode("carrier");
        assertTrue(status("carrier").isUp(), status("carrier").detail());
    }

    @Test
    void aNetworkComesBackWithoutAnOrganisationWhoseChaincodeIsOut() {
        network.stopChaincode("quarantine");
        network.stopDevnet();
        network.startDevnet();
        assertTrue(status("customs").isUp());
        assertFalse(status("quarantine").isUp());
        network.startChaincode("quarantine");
        assertTrue(report().isUp(), report().text());
    }

    @Test
    void aChaincodeThatDoesNotRunIsNamedAtOnceAndNothingStaysBehind(@TempDir Path folder) throws IOException {
        Path jar = Files.writeString(folder.resolve("broken.jar"), "not a jar");
        List<ProcessHandle> before = ProcessHandle.current().children().toList();
        NetworkException refusal = assertThrows(
                NetworkException.class,
                () -> LocalNetwork.start(folder.resolve("home"), SampleTopology.topology(), jar));
        String sentence = String.valueOf(refusal.getMessage());
        assertTrue(sentence.matches("The chaincode server of [a-z]+ ended; its output is in .*\\.log\\."), sentence);
        assertEquals(before, ProcessHandle.current().children().toList());
    }

    @Test
    void aClosedNetworkLeavesNoProcess(@TempDir Path folder) throws IOException {
        List<ProcessHandle> before = ProcessHandle.current().children().toList();
        try (LocalNetwork other = LocalNetwork.start(
                folder.resolve("home"), SampleTopology.topology(), ContractJar.write(folder.resolve("c.jar")))) {
            assertEquals(before.size() + 4, ProcessHandle.current().children().count());
            assertTrue(Files.exists(other.chaincodeLog("customs")));
        }
        assertEquals(before, ProcessHandle.current().children().toList());
    }

    private StatusReport report() {
        Topology topology = network.topology();
        return new StatusReport(topology.organisations().stream()
                .map(organisation -> OrganisationStatus.of(topology, network.home(), organisation))
                .toList());
    }

    private OrganisationStatus status(String organisation) {
        return OrganisationStatus.of(
                network.topology(), network.home(), network.topology().organisation(organisation));
    }

    private String members(Organisation organisation) throws GatewayException {
        try (PeerGateway peer = PeerGateway.open(
                network.topology(),
                network.home(),
                organisation,
                organisation.users().get(0).name())) {
            return new String(peer.contract("network").evaluateTransaction("members"), UTF_8);
        }
    }
}
