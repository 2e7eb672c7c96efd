package uz.muhr.client.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import uz.muhr.protocol.identifier.DocumentId;

/** The version of a document's record that a change expects. */
final class Expected {
    @Option(
            names = "--sequence",
            paramLabel = "N",
            description = "the version that is expected to be current (otherwise the current one is read first)")
    private @Nullable Long sequence;

    long version(Desk desk, DocumentId document) {
        return sequence != null ? sequence : desk.version(document);
    }
}
