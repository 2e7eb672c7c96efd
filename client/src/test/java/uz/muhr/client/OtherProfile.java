package uz.muhr.client;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.network.script.ScriptNetwork;

/** An organisation's profile with other gateways than the network wrote into it. */
public final class OtherProfile {
    private final ScriptNetwork network;
    private final String organisation;
    private final JsonArray gateways = new JsonArray();

    /** With no gateway yet. */
    public OtherProfile(ScriptNetwork network, String organisation) {
        this.network = network;
        this.organisation = organisation;
    }

    /** And then the peer of this organisation. */
    public OtherProfile gateway(String of) throws IOException {
        return add(of, gatewayOf(of));
    }

    /** And then the peer of this organisation, by another way. */
    public OtherProfile gateway(String of, Wire wire) throws IOException {
        return gateway(of, wire.address());
    }

    /** And then whoever stands in for the peer of this organisation. */
    public OtherProfile gateway(String of, StandInPeer peer) throws IOException {
        return gateway(of, peer.address());
    }

    private OtherProfile gateway(String of, String address) throws IOException {
        JsonObject gateway = gatewayOf(of);
        gateway.addProperty("address", address);
        return add(of, gateway);
    }

    /** Writes it into a folder of profiles, which this returns. */
    public Path write(Path folder) throws IOException {
        JsonObject profile = profileOf(organisation);
        profile.add("gateways", gateways);
        for (var user : profile.getAsJsonArray("users")) {
            makeAbsolute(user.getAsJsonObject(), "certificate");
            makeAbsolute(user.getAsJsonObject(), "privateKey");
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(organisation + ".json"), profile.toString());
        return folder;
    }

    /** A client by this profile, as its first user. */
    public Ledger open(Path folder) throws IOException {
        return Ledger.open(write(folder), organisation);
    }

    private OtherProfile add(String of, JsonObject gateway) throws IOException {
        makeAbsolute(gateway, "tlsCaCertificate");
        if (!of.equals(organisation)) {
            gateway.add("mspId", profileOf(of).get("mspId"));
        }
        gateways.add(gateway);
        return this;
    }

    private JsonObject gatewayOf(String of) throws IOException {
        return profileOf(of).getAsJsonArray("gateways").get(0).getAsJsonObject();
    }

    private JsonObject profileOf(String of) throws IOException {
        return JsonParser.parseString(Files.readString(network.profiles().resolve(of + ".json")))
                .getAsJsonObject();
    }

    private void makeAbsolute(JsonObject object, String member) {
        Path file = network.profiles().resolve(object.get(member).getAsString());
        object.addProperty(member, file.toAbsolutePath().normalize().toString());
    }
}
