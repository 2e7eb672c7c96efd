package uz.muhr.network.devnet.msp;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.identity.TlsFolder;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.User;

/** What the devnet takes from one organisation's folder: the keys of its nodes and the certificates others know it by. */
public record NodeKeys(
        Organisation organisation,
        Signer peer,
        Signer orderer,
        Signer admin,
        Path rootFile,
        ByteString root,
        ByteString ordererRoot,
        ByteString tlsRoot,
        ByteString ordererTls,
        TlsFolder peerTls) {
    /** Reads the folder of one organisation. */
    public static NodeKeys read(Organisation organisation, NetworkHome home) {
        Path root = home.msp(organisation).authority();
        return new NodeKeys(
                organisation,
                Signer.read(organisation.mspId(), home.peer(organisation)),
                Signer.read(organisation.ordererMspId(), home.orderer(organisation)),
                Signer.read(organisation.mspId(), home.user(organisation, User.ADMIN)),
                root,
                Pem.bytes(root),
                Pem.bytes(home.ordererMsp(organisation).authority()),
                Pem.bytes(home.tlsAuthority(organisation).certificate()),
                Pem.bytes(home.ordererTls(organisation).certificate()),
                home.peerTls(organisation));
    }
}
