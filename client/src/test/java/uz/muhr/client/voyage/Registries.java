package uz.muhr.client.voyage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import uz.muhr.protocol.identifier.MspId;

/** The registry keys of the organisations of a network, which has one for each, whichever test affixes first. */
public final class Registries {
    private Registries() {}

    /** The folder that has them. */
    public static Path of(Path profiles) {
        return profiles.resolveSibling("registries");
    }

    /** Gives a client of its own folder a copy of its organisation's key. */
    public static Path copied(Path profiles, MspId organisation, Path folder) {
        RegistryKeyFile shared = RegistryKeyFile.in(of(profiles), organisation);
        shared.findOrDraw(new SecureRandom());
        try {
            Files.createDirectories(folder);
            Files.copy(
                    shared.file().path(),
                    RegistryKeyFile.in(folder, organisation).file().path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }
}
