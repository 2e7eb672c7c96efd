package uz.muhr.network.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.identity.Enrolment;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.topology.SampleTopology;
import uz.muhr.network.topology.Topology;

final class NetworkAccessTest {
    private final Topology topology = SampleTopology.topology();
    private final NetworkHome home;

    NetworkAccessTest(@TempDir Path folder) {
        home = Enrolment.prepare(topology, folder.resolve("home"), Clock.systemUTC());
    }

    @Test
    void eachOrganisationsGatewayAndOneClientAreNamedWithFilesThatExist() throws IOException {
        Path written = NetworkAccess.write(topology, home);
        JsonObject json = JsonParser.parseString(Files.readString(written)).getAsJsonObject();
        assertEquals("documents", json.get("channel").getAsString());
        assertEquals(4, json.getAsJsonArray("organisations").size());
        JsonObject customs = json.getAsJsonArray("organisations").get(0).getAsJsonObject();
        assertEquals("CustomsMSP", customs.get("mspId").getAsString());
        assertEquals("127.0.0.1:7051", customs.get("gateway").getAsString());
        assertEquals("peer.customs.muhr.example", customs.get("serverName").getAsString());
        assertEquals("officer", customs.get("user").getAsString());
        for (String file : new String[] {"tlsCaCertificate", "certificate", "privateKey"}) {
            Path path = Path.of(customs.get(file).getAsString());
            assertTrue(path.isAbsolute() && Files.isReadable(path), file);
        }
    }
}
