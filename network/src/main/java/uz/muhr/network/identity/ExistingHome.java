package uz.muhr.network.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
                    + " was made from another topology; undo the change, let one organisation join with"
                    + " scripts/network add-organisation NAME, or start a new network with --fresh, which removes the"
                    + " old one and its ledger.");
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

    /** Nodes do not start with certificates that have ended, and nobody reaches them. */
    private static void requireUnexpired(NetworkHome home, Topology topology, Instant now) throws IOException {
        for (Organisation organisation : topology.organisations()) {
            for (Path file : List.of(
                    home.peer(organisation).certificate(),
                    home.peerTls(organisation).certificate(),
                    home.orderer(organisation).certificate(),
                    home.ordererTls(organisation).certificate())) {
                Instant until = Pem.certificate(file).getNotAfter().toInstant();
                if (now.isAfter(until)) {
                    throw new IdentityException("The certificates in " + home.root() + " expired at " + until
                            + "; start a new network with --fresh, which removes the old one and its ledger, and next time"
                            + " renew them in time with scripts/network renew.");
                }
            }
        }
    }
}
