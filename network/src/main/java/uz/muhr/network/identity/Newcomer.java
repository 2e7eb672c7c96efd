package uz.muhr.network.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;

/** An organisation that joins a home which has members already. */
public final class Newcomer {
    private Newcomer() {}

    /**
     * Confirms that a topology is the home's own with exactly this organisation after the others, or that the home has taken
     * it in already.
     *
     * @throws IdentityException when it is anything else
     */
    public static Organisation require(Topology topology, NetworkHome home, String name) {
        Organisation organisation = topology.organisation(name);
        int others = topology.organisations().size() - 1;
        if (others == 0 || !organisation.equals(topology.organisations().get(others))) {
            throw new IdentityException("An organisation joins at the end of the list; move " + organisation.name()
                    + " there, after " + topology.organisations().get(others).name() + ".");
        }
        String made = made(home);
        if (!made.equals(Fingerprint.of(topology)) && !made.equals(Fingerprint.of(topology.first(others)))) {
            throw new IdentityException("The topology was expected to be that of the network in " + home.root()
                    + " with nothing but " + organisation.name()
                    + " added at the end, and differs in something else; undo the other changes.");
        }
        return organisation;
    }

    /** Makes its keys, certificates and profile, and then counts it among the home's members. */
    public static void enrol(Topology topology, NetworkHome home, Organisation organisation, Clock clock) {
        String whole = Fingerprint.of(topology);
        if (made(home).equals(whole)) {
            return;
        }
        try (Staging staging = Staging.beside(home.root())) {
            NetworkHome staged = new NetworkHome(staging.folder());
            new OrganisationFolder(staged, organisation, clock.instant()).write();
            if (Files.exists(home.organisation(organisation))) {
                // Left by one who was cut off here: no member yet, and perhaps of another list of users.
                Files.move(home.organisation(organisation), staging.folder().resolve("abandoned"));
            }
            Files.move(
                    staged.organisation(organisation), home.organisation(organisation), StandardCopyOption.ATOMIC_MOVE);
            OwnerOnly.replace(
                    home.profile(organisation),
                    ClientProfile.of(home, topology, organisation).json(),
                    staging);
            OwnerOnly.replace(home.fingerprint(), whole + "\n", staging);
        } catch (IOException e) {
            throw new IdentityException("The identities of " + organisation.name() + " cannot be made: " + e, e);
        }
    }

    private static String made(NetworkHome home) {
        try {
            return Files.readString(home.fingerprint(), UTF_8).strip();
        } catch (IOException e) {
            throw new IdentityException("The file " + home.fingerprint() + " cannot be read: " + e, e);
        }
    }
}
