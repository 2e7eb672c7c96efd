package uz.muhr.network.identity;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRLEntry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;
import uz.muhr.network.topology.User;

/**
 * Whose certificates an organisation has taken back. The revocation list in the organisation's verifying MSP is what counts:
 * it only grows.
 */
public final class Revocations {
    private Revocations() {}

    /** The users the topology names whose certificates stand, in its order. */
    public static List<User> standing(NetworkHome home, Organisation organisation) {
        try {
            Set<BigInteger> revoked = serials(home.msp(organisation));
            if (revoked.isEmpty()) {
                return organisation.users();
            }
            List<User> standing = new ArrayList<>();
            for (User user : organisation.users()) {
                Path certificate = home.user(organisation, user.name()).certificate();
                if (!revoked.contains(Pem.certificate(certificate).getSerialNumber())) {
                    standing.add(user);
                }
            }
            return standing;
        } catch (IOException e) {
            throw new IdentityException("The users of " + organisation.name() + " cannot be read: " + e, e);
        }
    }

    /**
     * Takes back every certificate a user ever had, and takes the user out of the profile for clients. The same again changes
     * nothing.
     *
     * @throws IdentityException when the organisation has no such user, or it is the administrator
     */
    public static void revoke(
            Topology topology, NetworkHome home, Organisation organisation, String user, Clock clock) {
        if (user.equals(User.ADMIN)) {
            throw new IdentityException("The administrator of " + organisation.name()
                    + " signs what this command does and cannot be revoked by it; name one of its users.");
        }
        if (organisation.users().stream().noneMatch(known -> known.name().equals(user))) {
            throw new IdentityException("The organisation " + organisation.name() + " has no user \"" + user
                    + "\"; it has "
                    + String.join(
                            ", ", organisation.users().stream().map(User::name).toList())
                    + ".");
        }
        try (Staging staging = Staging.beside(home.root())) {
            MspFolder verifying = home.msp(organisation);
            Set<BigInteger> revoked = serials(verifying);
            if (revoked.addAll(given(home, organisation, user))) {
                ExistingAuthority authority = ExistingAuthority.read(home.signingAuthority(organisation));
                OwnerOnly.replace(
                        verifying.revocations(), Pem.of(authority.revoking(revoked, clock.instant())), staging);
            }
            String list = Files.readString(verifying.revocations());
            for (MspFolder member : members(home, organisation)) {
                OwnerOnly.replace(member.revocations(), list, staging);
            }
            OwnerOnly.replace(
                    home.profile(organisation),
                    ClientProfile.of(home, topology, organisation).json(),
                    staging);
        } catch (IOException e) {
            throw new IdentityException(
                    "The identity " + user + " of " + organisation.name() + " cannot be revoked: " + e, e);
        }
    }

    private static Set<BigInteger> serials(MspFolder verifying) throws IOException {
        Set<BigInteger> serials = new TreeSet<>();
        if (Files.exists(verifying.revocations())) {
            Set<? extends X509CRLEntry> entries =
                    Pem.revocations(verifying.revocations()).getRevokedCertificates();
            if (entries != null) {
                entries.forEach(entry -> serials.add(entry.getSerialNumber()));
            }
        }
        return serials;
    }

    private static Collection<BigInteger> given(NetworkHome home, Organisation organisation, String user)
            throws IOException {
        Set<BigInteger> serials = new TreeSet<>();
        serials.add(Pem.certificate(home.user(organisation, user).certificate()).getSerialNumber());
        Path replaced = home.replaced(organisation, user);
        if (Files.exists(replaced)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(replaced)) {
                for (Path file : files) {
                    serials.add(Pem.certificate(file).getSerialNumber());
                }
            }
        }
        return serials;
    }

    /** The MSPs whose members the same authority signed. */
    private static List<MspFolder> members(NetworkHome home, Organisation organisation) {
        return Stream.concat(
                        Stream.of(home.peer(organisation), home.user(organisation, User.ADMIN)),
                        organisation.users().stream().map(user -> home.user(organisation, user.name())))
                .toList();
    }
}
