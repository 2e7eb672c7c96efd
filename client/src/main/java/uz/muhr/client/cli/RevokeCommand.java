package uz.muhr.client.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.submission.Revocation;
import uz.muhr.client.verification.RecordView;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.record.RevocationReason;

/** {@code muhr revoke}: takes a document back for good. */
@Command(name = "revoke", description = "Revokes a document of the caller's organisation, for good.")
final class RevokeCommand implements Callable<Integer> {
    @Mixin
    private final Participant participant = new Participant();

    @Mixin
    private final Speech speech = new Speech();

    @Mixin
    private final DocumentReference reference = new DocumentReference();

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "REASON",
            description = "unspecified, keyCompromise, affiliationChanged, superseded, cessationOfOperation or"
                    + " privilegeWithdrawn (RFC 5280)")
    private String reason = "";

    @Option(
            names = "--sequence",
            paramLabel = "N",
            description = "the version that is expected to be current (otherwise the current one is read first)")
    private @Nullable Long sequence;

    @Override
    public Integer call() {
        RevocationReason why = RevocationReason.parse(reason);
        DocumentId document = reference.documentId();
        try (Ledger ledger = participant.ledger()) {
            long expected =
                    sequence != null ? sequence : ledger.read(document).value().sequence();
            RecordView view = RecordView.of(document, new Revocation(ledger).revoke(document, expected, why));
            List<String> lines = new ArrayList<>(List.of("REVOKED"));
            lines.addAll(RecordLines.of(view));
            speech.say(view, lines);
            return Exit.VALID;
        }
    }
}
