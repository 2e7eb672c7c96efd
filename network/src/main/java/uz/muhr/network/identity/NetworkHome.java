package uz.muhr.network.identity;

import java.nio.file.Path;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.User;

/**
 * Where everything of one network lies on disk. Every path goes through here.
 *
 * <pre>
 * ROOT/topology.sha256                                       what it was made from
 * ROOT/organisations/NAME/{ca,tlsca,ordererca}/{ca.pem,ca.key}
 * ROOT/organisations/NAME/{msp,orderer-msp}                  verifying MSPs
 * ROOT/organisations/NAME/{peer,orderer}/{msp,tls}           nodes
 * ROOT/organisations/NAME/chaincode/tls                      the chaincode server, real Fabric only
 * ROOT/organisations/NAME/users/USER/msp                     users, and always "admin"
 * ROOT/organisations/NAME/users/USER/replaced/SERIAL.pem     its certificates before the last renewal
 * ROOT/organisations/NAME/users/admin/tls                    what the orderer's administrator calls with
 * ROOT/profiles/NAME.json                                    what a client of NAME reads
 * ROOT/engine                                                which of the two networks it is for
 * ROOT/devnet                                                the devnet's ledger
 * ROOT/fabric                                                real Fabric's configuration, ledgers and chaincode
 * </pre>
 */
public record NetworkHome(Path root) {
    public NetworkHome {
        root = root.toAbsolutePath().normalize();
    }

    /** The SHA-256 of the topology this home was made from, in hex. Written last: with it, the home is whole. */
    public Path fingerprint() {
        return root.resolve("topology.sha256");
    }

    public Path organisation(Organisation organisation) {
        return root.resolve("organisations").resolve(organisation.name());
    }

    /** Signs the certificates of the organisation's peer and users. */
    public AuthorityFolder signingAuthority(Organisation organisation) {
        return new AuthorityFolder(organisation(organisation).resolve("ca"));
    }

    /** Signs the TLS certificates of both the organisation's nodes. */
    public AuthorityFolder tlsAuthority(Organisation organisation) {
        return new AuthorityFolder(organisation(organisation).resolve("tlsca"));
    }

    /** Signs the certificate of the organisation's orderer. */
    public AuthorityFolder ordererAuthority(Organisation organisation) {
        return new AuthorityFolder(organisation(organisation).resolve("ordererca"));
    }

    /** The verifying MSP of the organisation. */
    public MspFolder msp(Organisation organisation) {
        return new MspFolder(organisation(organisation).resolve("msp"));
    }

    /** The verifying MSP of the organisation's ordering side, {@link Organisation#ordererMspId()}. */
    public MspFolder ordererMsp(Organisation organisation) {
        return new MspFolder(organisation(organisation).resolve("orderer-msp"));
    }

    public MspFolder peer(Organisation organisation) {
        return new MspFolder(organisation(organisation).resolve("peer").resolve("msp"));
    }

    public TlsFolder peerTls(Organisation organisation) {
        return new TlsFolder(organisation(organisation).resolve("peer").resolve("tls"));
    }

    public MspFolder orderer(Organisation organisation) {
        return new MspFolder(organisation(organisation).resolve("orderer").resolve("msp"));
    }

    public TlsFolder ordererTls(Organisation organisation) {
        return new TlsFolder(organisation(organisation).resolve("orderer").resolve("tls"));
    }

    public TlsFolder chaincodeTls(Organisation organisation) {
        return new TlsFolder(organisation(organisation).resolve("chaincode").resolve("tls"));
    }

    /** The certificate an organisation's orderer takes administrative calls from. */
    public TlsFolder adminTls(Organisation organisation) {
        return new TlsFolder(
                organisation(organisation).resolve("users").resolve(User.ADMIN).resolve("tls"));
    }

    /** The MSP of a user: one the topology names, or {@code admin}. */
    public MspFolder user(Organisation organisation, String user) {
        return new MspFolder(
                organisation(organisation).resolve("users").resolve(user).resolve("msp"));
    }

    /** The certificates a user had before its present one, each as SERIAL.pem. They hold until they end or are revoked. */
    public Path replaced(Organisation organisation, String user) {
        return organisation(organisation).resolve("users").resolve(user).resolve("replaced");
    }

    public Path profile(Organisation organisation) {
        return root.resolve("profiles").resolve(organisation.name() + ".json");
    }

    /** Says whether this home is the devnet's or real Fabric's. */
    public Path engine() {
        return root.resolve("engine");
    }

    /** The devnet's ledger; made by the devnet, not with the identities. */
    public Path devnet() {
        return root.resolve("devnet");
    }

    /** The devnet's other chaincodes, beside the network's own. */
    public Path devnetChaincodes() {
        return root.resolve("devnet-chaincodes");
    }

    /** Real Fabric's configuration, ledgers and chaincode; made when it is first started. */
    public Path fabric() {
        return root.resolve("fabric");
    }
}
