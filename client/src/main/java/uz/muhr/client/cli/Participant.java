package uz.muhr.client.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.fabric.LedgerConfigurationException;

/** Who acts, and how the ledger is reached. */
final class Participant {
    @Option(
            names = "--as",
            paramLabel = "ORGANISATION[/USER]",
            defaultValue = "${env:MUHR_AS}",
            description = "who acts, such as chamber or chamber/issuer")
    private @Nullable String as;

    @Option(
            names = "--profiles",
            paramLabel = "FOLDER",
            defaultValue = "${env:MUHR_PROFILES:-.muhr/network/profiles}",
            description = "where the client profiles are (${DEFAULT-VALUE})")
    private @Nullable Path profiles;

    /** Ready to be asked; nothing is sent yet. */
    Ledger ledger() {
        if (as == null || profiles == null) {
            throw new LedgerConfigurationException("Say who acts: --as ORGANISATION, such as --as customs.");
        }
        return Ledger.open(profiles, as);
    }
}
