package uz.muhr.network.identity;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;

/**
 * The door of this package: gives every member of a network its keys and certificates, once.
 *
 * <p>Everything is written to a folder beside the home and moved into place by one rename, so that a home is whole or
 * absent, whatever is killed in between.
 */
public final class Enrolment {
    private Enrolment() {}

    /**
     * Makes the home of this network at {@code root}, or keeps the one that is there.
     *
     * @param root an absent or empty folder, or a home made earlier from the same topology
     * @throws IdentityException when the folder holds something else, a home of another topology, or one whose
     *     certificates have expired
     */
    public static NetworkHome prepare(Topology topology, Path root, Clock clock) {
        NetworkHome home = new NetworkHome(root);
        Instant now = clock.instant();
        try {
            if (!ExistingHome.isUsable(home, topology, now)) {
                make(topology, home, now);
            }
            return home;
        } catch (IOException e) {
            throw new IdentityException("The network's home " + home.root() + " cannot be made: " + e, e);
        }
    }

    /**
     * Confirms that a home, if there is one, is this network's.
     *
     * @throws IdentityException as {@link #prepare}
     */
    public static void check(Topology topology, Path root, Clock clock) {
        try {
            ExistingHome.isUsable(new NetworkHome(root), topology, clock.instant());
        } catch (IOException e) {
            throw new IdentityException("The network's home " + root + " cannot be read: " + e, e);
        }
    }

    /**
     * Removes a home, keys and ledger included; does nothing when there is none.
     *
     * @throws IdentityException when the folder holds something that is not a network's home
     */
    public static void discard(Path root) {
        NetworkHome home = new NetworkHome(root);
        try {
            ExistingHome.requireHomeOrNothing(home);
            if (Files.exists(home.root())) {
                // Out of sight by one rename first: a home that is half deleted must not be seen either.
                try (Staging staging = Staging.beside(home.root())) {
                    Files.move(home.root(), staging.folder(), StandardCopyOption.ATOMIC_MOVE);
                }
            }
        } catch (IOException e) {
            throw new IdentityException("The network's home " + home.root() + " cannot be removed: " + e, e);
        }
    }

    private static void make(Topology topology, NetworkHome home, Instant now) throws IOException {
        try (Staging staging = Staging.beside(home.root())) {
            NetworkHome staged = new NetworkHome(staging.folder());
            for (Organisation organisation : topology.organisations()) {
                new OrganisationFolder(staged, organisation, now).write();
                OwnerOnly.write(
                        staged.profile(organisation),
                        ClientProfile.of(staged, topology, organisation).json());
            }
            OwnerOnly.write(staged.fingerprint(), Fingerprint.of(topology) + "\n");
            Files.move(staged.root(), home.root(), StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException overtaken) {
            // Perhaps somebody else made a home here meanwhile: theirs stands if it is of this topology. (The JDK
            // reports
            // a rename onto a folder that is not empty without a type of its own.)
            if (!ExistingHome.isUsable(home, topology, now)) {
                throw overtaken;
            }
        }
    }
}
