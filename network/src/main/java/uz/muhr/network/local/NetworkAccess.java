package uz.muhr.network.local;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import uz.muhr.network.identity.MspFolder;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.identity.Revocations;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;
import uz.muhr.network.topology.User;

/**
 * What a Fabric application that knows nothing of this project needs in order to use a running network, as one JSON file:
 * {@code {"channel", "organisations": [{"name", "mspId", "gateway": "HOST:PORT", "serverName", "tlsCaCertificate",
 * "user", "certificate", "privateKey"}]}}, each file an absolute path, the user being the first of the organisation's whose
 * certificate was not revoked.
 */
final class NetworkAccess {
    private NetworkAccess() {}

    static Path write(Topology topology, NetworkHome home) {
        Path file = home.root().resolve("access.json");
        try {
            return Files.writeString(
                    file,
                    new GsonBuilder()
                                    .setPrettyPrinting()
                                    .disableHtmlEscaping()
                                    .create()
                                    .toJson(json(topology, home))
                            + "\n");
        } catch (IOException e) {
            throw new NetworkException("The file " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    static JsonObject json(Topology topology, NetworkHome home) {
        JsonArray organisations = new JsonArray();
        for (Organisation organisation : topology.organisations()) {
            List<User> standing = Revocations.standing(home, organisation);
            if (standing.isEmpty()) {
                continue;
            }
            String user = standing.get(0).name();
            MspFolder msp = home.user(organisation, user);
            JsonObject one = new JsonObject();
            one.addProperty("name", organisation.name());
            one.addProperty("mspId", organisation.mspId());
            one.addProperty("gateway", PeerGateway.address(organisation));
            one.addProperty("serverName", "peer." + organisation.domain());
            one.addProperty(
                    "tlsCaCertificate",
                    home.tlsAuthority(organisation).certificate().toString());
            one.addProperty("user", user);
            one.addProperty("certificate", msp.certificate().toString());
            one.addProperty("privateKey", msp.privateKey().toString());
            organisations.add(one);
        }
        JsonObject json = new JsonObject();
        json.addProperty("channel", topology.channel());
        json.add("organisations", organisations);
        return json;
    }
}
