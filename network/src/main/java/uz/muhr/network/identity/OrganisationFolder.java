package uz.muhr.network.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.Extension;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.User;

/** Makes and writes everything that belongs to one organisation. */
final class OrganisationFolder {
    private final NetworkHome home;
    private final Organisation organisation;
    private final Authority signing;
    private final Authority ordering;
    private final Authority tls;

    OrganisationFolder(NetworkHome home, Organisation organisation, Instant now) {
        this.home = home;
        this.organisation = organisation;
        this.signing = new Authority("ca", organisation.domain(), now);
        this.ordering = new Authority("ordererca", organisation.domain(), now);
        this.tls = new Authority("tlsca", organisation.domain(), now);
    }

    void write() throws IOException {
        write(home.signingAuthority(organisation), signing);
        write(home.ordererAuthority(organisation), ordering);
        write(home.tlsAuthority(organisation), tls);
        verifying(home.msp(organisation), signing);
        verifying(home.ordererMsp(organisation), ordering);

        String peer = "peer." + organisation.domain();
        member(home.peer(organisation), signing, signing.member(peer, Role.PEER, List.of()));
        write(home.peerTls(organisation), tls.tlsNode(peer));

        String orderer = "orderer." + organisation.domain();
        member(home.orderer(organisation), ordering, ordering.member(orderer, Role.ORDERER, List.of()));
        write(home.ordererTls(organisation), tls.tlsNode(orderer));

        chaincode(home.chaincodeTls(organisation), tls.tlsNode("chaincode." + organisation.domain()));
        write(home.adminTls(organisation), tls.tlsClient("admin." + organisation.domain()));

        for (User user : organisation.users()) {
            user(user.name(), Role.CLIENT, Attributes.of(organisation, user));
        }
        user(
                User.ADMIN,
                Role.ADMIN,
                Attributes.extension(Map.of("hf.EnrollmentID", User.ADMIN, "hf.Affiliation", organisation.name())));
    }

    private void user(String name, Role role, Extension attributes) throws IOException {
        member(home.user(organisation, name), signing, signing.member(name, role, List.of(attributes)));
    }

    private void member(MspFolder folder, Authority authority, Bearer bearer) throws IOException {
        verifying(folder, authority);
        write(folder.certificate(), bearer.certificate());
        OwnerOnly.write(folder.privateKey(), Pem.of(bearer.privateKey()));
    }

    private void verifying(MspFolder folder, Authority authority) throws IOException {
        write(folder.authority(), authority.root().certificate());
        write(folder.tlsAuthority(), tls.root().certificate());
        OwnerOnly.write(folder.config(), Role.configuration());
    }

    private void write(TlsFolder folder, Bearer node) throws IOException {
        write(folder.certificate(), node.certificate());
        OwnerOnly.write(folder.privateKey(), Pem.of(node.privateKey()));
        write(folder.authority(), tls.root().certificate());
    }

    private void chaincode(TlsFolder folder, Bearer server) throws IOException {
        write(folder, server);
        OwnerOnly.write(folder.encodedCertificate(), base64(Pem.of(server.certificate())));
        OwnerOnly.write(folder.encodedKey(), base64(Pem.of(server.privateKey())));
    }

    private static String base64(String pem) {
        return Base64.getEncoder().encodeToString(pem.getBytes(US_ASCII));
    }

    private static void write(AuthorityFolder folder, Authority authority) throws IOException {
        write(folder.certificate(), authority.root().certificate());
        OwnerOnly.write(folder.privateKey(), Pem.of(authority.root().privateKey()));
    }

    private static void write(Path file, X509Certificate certificate) throws IOException {
        OwnerOnly.write(file, Pem.of(certificate));
    }
}
