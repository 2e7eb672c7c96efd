package uz.muhr.network.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.SampleTopology;
import uz.muhr.network.topology.Topology;

final class ClientProfileTest {
    private static final String CHAMBER = """
            {
              "format": 1,
              "organisation": "chamber",
              "mspId": "ChamberMSP",
              "channel": "documents",
              "chaincode": "muhr",
              "gateways": [
                {
                  "address": "127.0.0.1:8051",
                  "serverName": "peer.chamber.muhr.example",
                  "tlsCaCertificate": "../organisations/chamber/tlsca/ca.pem"
                }
              ],
              "users": [
                {
                  "name": "issuer",
                  "role": "issuer",
                  "certificate": "../organisations/chamber/users/issuer/msp/signcerts/cert.pem",
                  "privateKey": "../organisations/chamber/users/issuer/msp/keystore/key.pem"
                },
                {
                  "name": "registrar",
                  "role": "registrar",
                  "certificate": "../organisations/chamber/users/registrar/msp/signcerts/cert.pem",
                  "privateKey": "../organisations/chamber/users/registrar/msp/keystore/key.pem"
                }
              ]
            }
            """;

    private final Topology topology = SampleTopology.topology();

    @Test
    void theChambersProfileIsExactlyThis(@TempDir Path folder) throws IOException {
        NetworkHome home = Enrolment.prepare(topology, folder.resolve("home"), HomeFixture.at(HomeFixture.NOON));
        assertEquals(CHAMBER, Files.readString(home.profile(topology.organisation("chamber"))));
    }

    @Test
    void everyPathOfEveryProfileLeadsToAFile(@TempDir Path folder) throws IOException {
        NetworkHome home = Enrolment.prepare(topology, folder.resolve("home"), HomeFixture.at(HomeFixture.NOON));
        for (Organisation organisation : topology.organisations()) {
            Path profile = home.profile(organisation);
            JsonObject json = JsonParser.parseString(Files.readString(profile)).getAsJsonObject();
            assertEquals(
                    organisation.users().get(0).name(),
                    json.getAsJsonArray("users")
                            .get(0)
                            .getAsJsonObject()
                            .get("name")
                            .getAsString(),
                    "the first user is the default");
            for (JsonElement user : json.getAsJsonArray("users")) {
                assertLeadsToAFile(profile, user.getAsJsonObject().get("certificate"));
                assertLeadsToAFile(profile, user.getAsJsonObject().get("privateKey"));
            }
            JsonElement gateway = json.getAsJsonArray("gateways").get(0);
            assertLeadsToAFile(profile, gateway.getAsJsonObject().get("tlsCaCertificate"));
        }
    }

    private static void assertLeadsToAFile(Path profile, JsonElement relative) {
        assertTrue(Files.isRegularFile(profile.resolveSibling(relative.getAsString())), relative.getAsString());
    }
}
