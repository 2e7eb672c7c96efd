package uz.muhr.network.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.User;

/**
 * Gives an organisation's members certificates for another year, before theirs end. The keys stay: one rename changes a
 * member over, clients' profiles name the same files, and Fabric's orderers, which know each other by their public keys, work on
 * with either certificate.
 */
public final class Renewal {
    private final NetworkHome home;
    private final Organisation organisation;

    /**
     * One certificate.
     *
     * @param replaced where the former one is kept, for a user; it holds on until it ends, and a revocation has to name it too
     */
    private record Member(Path certificate, AuthorityFolder authority, Optional<Path> replaced) {
        X509Certificate read() throws IOException {
            return Pem.certificate(certificate);
        }
    }

    public Renewal(NetworkHome home, Organisation organisation) {
        this.home = home;
        this.organisation = organisation;
    }

    /** How many of the organisation's certificates end before a moment; not counting those of users who were revoked. */
    public int due(Instant horizon) {
        try {
            return endingBefore(horizon).size();
        } catch (IOException e) {
            throw new IdentityException("The certificates of " + organisation.name() + " cannot be read: " + e, e);
        }
    }

    /** Renews those, and returns how many they were. */
    public int renew(Instant now, Instant horizon) {
        try (Staging staging = Staging.beside(home.root())) {
            List<Member> due = endingBefore(horizon);
            for (Member member : due) {
                renew(member, now, staging);
            }
            TlsFolder chaincode = home.chaincodeTls(organisation);
            String pem = Files.readString(chaincode.certificate());
            OwnerOnly.replace(
                    chaincode.encodedCertificate(),
                    Base64.getEncoder().encodeToString(pem.getBytes(US_ASCII)),
                    staging);
            return due.size();
        } catch (IOException e) {
            throw new IdentityException("The certificates of " + organisation.name() + " cannot be renewed: " + e, e);
        }
    }

    private static void renew(Member member, Instant now, Staging staging) throws IOException {
        X509Certificate old = member.read();
        if (member.replaced().isPresent()) {
            String name = old.getSerialNumber().toString(16) + ".pem";
            OwnerOnly.replace(member.replaced().get().resolve(name), Pem.of(old), staging);
        }
        X509Certificate renewed = ExistingAuthority.read(member.authority()).renewed(old, now);
        OwnerOnly.replace(member.certificate(), Pem.of(renewed), staging);
    }

    private List<Member> endingBefore(Instant horizon) throws IOException {
        List<Member> due = new ArrayList<>();
        for (Member member : members()) {
            if (member.read().getNotAfter().toInstant().isBefore(horizon)) {
                due.add(member);
            }
        }
        return due;
    }

    private List<Member> members() {
        AuthorityFolder signing = home.signingAuthority(organisation);
        AuthorityFolder tls = home.tlsAuthority(organisation);
        List<Member> members = new ArrayList<>(List.of(
                node(home.peer(organisation).certificate(), signing),
                node(home.peerTls(organisation).certificate(), tls),
                node(home.orderer(organisation).certificate(), home.ordererAuthority(organisation)),
                node(home.ordererTls(organisation).certificate(), tls),
                node(home.chaincodeTls(organisation).certificate(), tls),
                node(home.adminTls(organisation).certificate(), tls),
                user(User.ADMIN)));
        Revocations.standing(home, organisation).forEach(user -> members.add(user(user.name())));
        return members;
    }

    private static Member node(Path certificate, AuthorityFolder authority) {
        return new Member(certificate, authority, Optional.empty());
    }

    private Member user(String name) {
        return new Member(
                home.user(organisation, name).certificate(),
                home.signingAuthority(organisation),
                Optional.of(home.replaced(organisation, name)));
    }
}
