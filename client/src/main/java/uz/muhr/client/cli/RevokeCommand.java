package uz.muhr.client.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uz.muhr.client.verification.RecordView;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.record.RevocationReason;

/** {@code muhr revoke}: takes a document back for good. */
@Command(name = "revoke", description = "Revokes a document of the caller's organisation, for good.")
final class RevokeCommand implements Callable<Integer> {
    @Mixin
    private final Writing writing = new Writing();

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

    @Mixin
    private final Expected expected = new Expected();

    @Override
    public Integer call() {
        RevocationReason why = RevocationReason.parse(reason);
        DocumentId document = reference.documentId();
        try (Desk desk = writing.desk()) {
            RecordView view = desk.revoke(document, expected.version(desk, document), why);
            speech.say(view, RecordLines.changed("REVOKED", view));
            return Exit.VALID;
        }
    }
}
