package uz.muhr.network.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.SampleTopology;
import uz.muhr.network.topology.Topology;

/** Somebody else's chaincode on the devnet, beside the network's own. */
final class OtherChaincodeIT {
    private final Topology topology = SampleTopology.topology().onFreePorts();
    private final Topology other = topology.withChaincode("other");
    private final Path jar;
    private final Shell shell;

    OtherChaincodeIT(@TempDir Path folder) throws Exception {
        Path file = TopologyText.write(folder.resolve("network.yaml"), topology);
        jar = ContractJar.write(folder.resolve("contract.jar"));
        shell = new Shell(folder, Map.of("MUHR_TOPOLOGY", file.toString(), "MUHR_CHAINCODE", jar.toString()));
    }

    @Test
    void anotherChaincodeJoinsARunningNetworkHasStateOfItsOwnAndIsThereAgainAfterARestart() throws Exception {
        try {
            up();
            String own = members(topology, "customs");
            String printed = up("--chaincode", "other=" + jar);
            Path access = Path.of(printed.lines().reduce((a, b) -> b).orElseThrow());
            assertEquals(
                    "documents",
                    JsonParser.parseString(Files.readString(access))
                            .getAsJsonObject()
                            .get("channel")
                            .getAsString());
            try (PeerGateway carrier = PeerGateway.open(other, home(), other.organisation("carrier"), "registrar")) {
                carrier.contract("network").submitTransaction("establish", "by carrier");
            }
            for (Organisation organisation : topology.organisations()) {
                assertEquals("by carrier", members(other, organisation.name()));
                assertEquals(own, members(topology, organisation.name()));
            }
            assertEquals(0, shell.network("down").exit());
            up();
            assertEquals("by carrier", members(other, "chamber"));
        } finally {
            assertEquals(0, shell.network("down", "--purge").exit());
        }
        assertTrue(Files.notExists(home().root()));
    }

    private NetworkHome home() {
        return new NetworkHome(shell.state().resolve("network"));
    }

    private String members(Topology of, String organisation) throws Exception {
        try (PeerGateway peer = PeerGateway.open(of, home(), of.organisation(organisation), "issuer")) {
            return new String(peer.contract("network").evaluateTransaction("members"), UTF_8);
        }
    }

    private String up(String... options) throws Exception {
        String[] words = new String[options.length + 1];
        words[0] = "up";
        System.arraycopy(options, 0, words, 1, options.length);
        Shell.Result result = shell.network(words);
        assertEquals(0, result.exit(), result.err());
        return result.out();
    }
}
