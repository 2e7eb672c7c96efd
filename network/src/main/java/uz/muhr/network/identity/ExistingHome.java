package uz.muhr.network.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;

/** Judges what already lies where a home should be. */
final class ExistingHome {
    private ExistingHome() {}

    /** True when the home can be used as it is, false when there is nothing yet; anything else is refused. */
    static boolean isUsable(NetworkHome home, Topology topology, Instant now) throws IOException {
        requireHomeOrNothing(home);
        if (!Files.exists(home.fingerprint())) {
            return false;
        }
        if (!Files.readString(home.fingerprint(), UTF_8).strip().equals(Fingerprint.of(topology))) {
            throw new IdentityException("The network in " + home.root()
                    + " was made from another topology; undo the change, or start a new network with --fresh, which"
                    + " removes the old one and its ledger.");
        }
        requireUnexpired(home, topology, now);
        return true;
    }

    static void requireHomeOrNothing(NetworkHome home) throws IOException {
        if (!Files.exists(home.root(), LinkOption.NOFOLLOW_LINKS) || Files.exists(home.fingerprint())) {
            return;
        }
        if (!Files.isDirectory(home.root(), LinkOption.NOFOLLOW_LINKS)) {
            throw new IdentityException(home.root() + " is not a folder; name an absent or empty one.");
        }
        Optional<Path> found;
        try (Stream<Path> entries = Files.list(home.root())) {
            found = entries.findFirst();
        }
        if (found.isPresent()) {
            throw new IdentityException(home.root() + " is not a network's home but holds "
                    + found.get().getFileName() + "; name an absent or empty folder.");
        }
    }

    /** All members' certificates of a home end at the same time, so one stands for all. */
    private static void requireUnexpired(NetworkHome home, Topology topology, Instant now) throws IOException {
        Organisation first = topology.organisations().get(0);
        Path file = home.peer(first).certificate();
        try (InputStream pem = Files.newInputStream(file)) {
            X509Certificate certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
            Instant until = certificate.getNotAfter().toInstant();
            if (now.isAfter(until)) {
                throw new IdentityException("The certificates in " + home.root() + " expired at " + until
                        + "; start a new network with --fresh, which removes the old one and its ledger.");
            }
        } catch (CertificateException damaged) {
            throw new IdentityException(
                    "The certificate " + file + " is damaged; start a new network with --fresh.", damaged);
        }
    }
}
