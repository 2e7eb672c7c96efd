package uz.muhr.client.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import uz.muhr.client.attestation.AttestedDocument;
import uz.muhr.client.commitment.Binder;
import uz.muhr.client.document.DocumentFields;
import uz.muhr.client.submission.ValidityText;
import uz.muhr.protocol.commitment.Fingerprint;
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
        @SuppressWarnings("UnusedVariable") // the default; picocli sees that no other is given with it
        private boolean salted;

        @Option(
                names = "--open",
                description = "the file alone verifies; only for files whose content nobody can guess")
        private boolean open;

        @Option(
                names = "--fields",
                description =
                        "as --salted, and fields of a JSON or XML file can be disclosed one by one: muhr disclose")
        private boolean fields;

        @Option(
                names = "--open-attestation",
                description = "an OpenAttestation v2 file verifies by its own rule, also with fields hidden")
        private boolean openAttestation;
    }

    Validity validity() {
        return ValidityText.parse(validFrom, validUntil);
    }

    /**
     * How a file is to be bound.
     *
     * @param fingerprint what was read of it before
     */
    Binder binder(Path file, Fingerprint fingerprint) {
        if (salting.fields) {
            return new Binder.ByFields(DocumentFields.of(file, fingerprint));
        }
        if (salting.openAttestation) {
            return new Binder.ByTarget(AttestedDocument.read(file, fingerprint).target());
        }
        return salting.open ? new Binder.Open() : new Binder.Salted();
    }
}
