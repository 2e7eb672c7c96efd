package uz.muhr.network.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;

/** The two networks that one home's identities serve. A home is for one of them: their ledgers differ. */
public enum Engine {
    DEVNET("the devnet", "scripts/network up"),
    FABRIC("real Fabric", "scripts/network up --fabric");

    private final String shown;
    private final String start;

    Engine(String shown, String start) {
        this.shown = shown;
        this.start = start;
    }

    /** What a home was first started with; empty when it never was. */
    public static Optional<Engine> of(NetworkHome home) {
        try {
            return Files.exists(home.engine())
                    ? Optional.of(
                            valueOf(Files.readString(home.engine()).strip().toUpperCase(Locale.ROOT)))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException damaged) {
            throw new IdentityException(
                    "The file " + home.engine() + " was expected to say devnet or fabric and cannot be understood;"
                            + " start a new network with --fresh.",
                    damaged);
        }
    }

    /**
     * Confirms that a home is this network's, or nobody's yet.
     *
     * @throws IdentityException when it is the other's
     */
    public static void requireFree(NetworkHome home, Engine engine) {
        Engine owner = of(home).orElse(engine);
        if (owner != engine) {
            throw new IdentityException("The network in " + home.root() + " runs on " + owner.shown + " (" + owner.start
                    + "), and its ledger cannot go over to " + engine.shown
                    + "; set MUHR_HOME to another folder, or add --fresh, which removes the old ledger and keys.");
        }
    }

    /**
     * Makes a home this network's.
     *
     * @throws IdentityException when it is the other's
     */
    public static void claim(NetworkHome home, Engine engine) {
        requireFree(home, engine);
        try {
            if (!Files.exists(home.engine())) {
                OwnerOnly.write(home.engine(), engine.name().toLowerCase(Locale.ROOT) + "\n");
            }
        } catch (IOException e) {
            throw new IdentityException("The file " + home.engine() + " cannot be written: " + e, e);
        }
    }
}
