package uz.muhr.client.fabric;

import com.google.gson.JsonElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import uz.muhr.client.fabric.key.KeyPlace;
import uz.muhr.client.fabric.key.UnusableKeyException;
import uz.muhr.client.fabric.key.UserKey;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.Refusal;

/**
 * How an organisation's clients reach the ledger: its channel, the gateways they may ask, its users' keys.
 *
 * @param gateways in the order in which they are tried; another organisation's is among them only when this profile says so
 * @param users the first is the one who acts when none is named
 */
record Profile(
        String organisation,
        MspId mspId,
        String channel,
        String chaincode,
        List<GatewayAddress> gateways,
        List<ProfileUser> users) {

    /**
     * A gateway of a peer.
     *
     * @param address host and port
     * @param serverName the name its TLS certificate has to carry
     * @param tlsCaCertificate the file of the certificate that has to have signed it, PEM
     * @param mspId the organisation whose peer it is
     */
    record GatewayAddress(String address, String serverName, Path tlsCaCertificate, MspId mspId) {}

    /** A user, and where the certificate and the private key are. */
    record ProfileUser(String name, String role, KeyPlace key) {
        /** @throws LedgerConfigurationException when the key cannot be used; nothing was signed with it */
        UserKey open() {
            try {
                return key.open();
            } catch (UnusableKeyException e) {
                throw new LedgerConfigurationException(e.sentence(), e);
            }
        }
    }

    /**
     * Reads a profile; its paths are relative to it.
     *
     * @throws LedgerConfigurationException when it is missing or not understood
     */
    static Profile read(Path file) {
        try {
            Members members = StrictJson.object("The profile " + file.getFileName(), Files.readString(file));
            members.format(1);
            String organisation = members.text("organisation");
            MspId own = members.text("mspId", MspId::new);
            Profile profile = new Profile(
                    organisation,
                    own,
                    members.text("channel"),
                    members.text("chaincode"),
                    members.list("gateways", json -> gateway(file, own, json)),
                    members.list("users", json -> user(file, json)));
            members.end();
            if (profile.gateways.isEmpty() || profile.users.isEmpty()) {
                throw new LedgerConfigurationException(file + " names no gateway or no user.");
            }
            return profile;
        } catch (IOException e) {
            throw new LedgerConfigurationException(
                    "There is no profile at " + file
                            + ". Start the network (scripts/network up), or name an organisation" + " it has.",
                    e);
        } catch (Refusal e) {
            throw new LedgerConfigurationException(file + " is not a client profile: " + e.sentence(), e);
        }
    }

    /**
     * The user of a name.
     *
     * @throws LedgerConfigurationException when there is none
     */
    ProfileUser user(String name) {
        return users.stream()
                .filter(user -> user.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new LedgerConfigurationException("The organisation " + organisation
                        + " has no user " + name + "; it has "
                        + String.join(
                                ", ", users.stream().map(ProfileUser::name).toList()) + "."));
    }

    private static GatewayAddress gateway(Path file, MspId own, JsonElement json) {
        Members members = Members.of("A gateway", json);
        GatewayAddress address = new GatewayAddress(
                members.text("address"),
                members.text("serverName"),
                file.resolveSibling(members.text("tlsCaCertificate")),
                members.optionalText("mspId", MspId::new).orElse(own));
        members.end();
        return address;
    }

    private static ProfileUser user(Path file, JsonElement json) {
        Members members = Members.of("A user", json);
        ProfileUser user = new ProfileUser(members.text("name"), members.text("role"), KeyPlace.read(file, members));
        members.end();
        return user;
    }
}
