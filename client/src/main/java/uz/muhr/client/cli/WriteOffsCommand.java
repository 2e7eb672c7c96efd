package uz.muhr.client.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import uz.muhr.client.fabric.Answered;
import uz.muhr.client.fabric.CustomsLedger.Draws;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.verification.CustomsView;
import uz.muhr.protocol.identifier.DocumentId;

/** {@code muhr write-offs}: what customs did with a document. */
@Command(name = "write-offs", description = "Shows what customs wrote off a document, and when it held it.")
final class WriteOffsCommand implements Callable<Integer> {
    @Mixin
    private final Participant participant = new Participant();

    @Mixin
    private final Speech speech = new Speech();

    @Mixin
    private final DocumentReference reference = new DocumentReference();

    @Override
    public Integer call() {
        DocumentId document = reference.documentId();
        try (Ledger ledger = participant.ledger()) {
            Answered<Draws> draws = ledger.customs().draws(document);
            speech.sayWhoAnswered(ledger, draws);
            CustomsView view = CustomsView.of(
                    draws.value(), ledger.customs().holds(document).value());
            speech.say(view, CustomsLines.of(view));
            return Exit.VALID;
        }
    }
}
