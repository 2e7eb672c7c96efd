package uz.muhr.client.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.voyage.Registry;
import uz.muhr.client.voyage.RegistryKeyFile;

/** Where the organisation's registry key is kept, under which it affixes seals. */
final class RegistryOption {
    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "${env:MUHR_DATA:-.muhr/client}",
            description = "where the organisation's registry key for seals is kept (${DEFAULT-VALUE}): back it up")
    private @Nullable Path data;

    Registry registry(Ledger ledger) {
        if (data == null) {
            throw new IllegalStateException("A command is run once its options are parsed.");
        }
        return new Registry(ledger.seals(), RegistryKeyFile.in(data, ledger.organisation()), new SecureRandom());
    }
}
