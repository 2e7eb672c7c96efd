package uz.muhr.network.identity;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.nio.file.Path;
import java.util.List;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;

/**
 * What a client of one organisation needs to reach its peer and to sign. Written as JSON whose members are these fields;
 * paths are relative to the profile, so that a home can be moved.
 */
record ClientProfile(
        int format,
        String organisation,
        String mspId,
        String channel,
        String chaincode,
        List<Gateway> gateways,
        List<Signer> users) {
    private static final int FORMAT = 1;
    private static final Gson JSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    record Gateway(String address, String serverName, String tlsCaCertificate) {}

    record Signer(String name, String role, String certificate, String privateKey) {}

    static ClientProfile of(NetworkHome home, Topology topology, Organisation organisation) {
        Gateway gateway = new Gateway(
                "127.0.0.1:" + organisation.ports().peer(),
                "peer." + organisation.domain(),
                relative(home, organisation, home.tlsAuthority(organisation).certificate()));
        List<Signer> signers = Revocations.standing(home, organisation).stream()
                .map(user -> {
                    MspFolder msp = home.user(organisation, user.name());
                    return new Signer(
                            user.name(),
                            user.role(),
                            relative(home, organisation, msp.certificate()),
                            relative(home, organisation, msp.privateKey()));
                })
                .toList();
        return new ClientProfile(
                FORMAT,
                organisation.name(),
                organisation.mspId(),
                topology.channel(),
                topology.chaincode(),
                List.of(gateway),
                signers);
    }

    String json() {
        return JSON.toJson(this) + "\n";
    }

    private static String relative(NetworkHome home, Organisation organisation, Path file) {
        Path folder = home.root().relativize(home.profile(organisation)).getParent();
        Path target = home.root().relativize(file);
        return folder == null ? target.toString() : folder.relativize(target).toString();
    }
}
