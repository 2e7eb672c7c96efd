package uz.muhr.client.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import uz.muhr.client.submission.ValidityText;
import uz.muhr.protocol.commitment.CommitmentKind;
import uz.muhr.protocol.record.Validity;

/** What is said of a file that is to be anchored: how long it is valid, and whether its receipt is needed to verify it. */
final class Paper {
    @Option(names = "--valid-from", paramLabel = "DATE", description = "first day (UTC) or RFC 3339 time of validity")
    private @Nullable String validFrom;

    @Option(names = "--valid-until", paramLabel = "DATE", description = "last day (UTC) or RFC 3339 time of validity")
    private @Nullable String validUntil;

    @ArgGroup
    private final Salting salting = new Salting();

    /** Whether the receipt is needed to verify. */
    static final class Salting {
        @Option(names = "--salted", description = "file and receipt together verify (this is the default)")
        private boolean salted;

        @Option(
                names = "--open",
                description = "the file alone verifies; only for files whose content nobody can guess")
        private boolean open;
    }

    Validity validity() {
        return ValidityText.parse(validFrom, validUntil);
    }

    CommitmentKind kind() {
        return salting.open && !salting.salted ? CommitmentKind.OPEN : CommitmentKind.SALTED;
    }
}
