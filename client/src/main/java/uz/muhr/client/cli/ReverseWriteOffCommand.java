package uz.muhr.client.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.submission.CustomsControl;
import uz.muhr.client.verification.DrawView;
import uz.muhr.protocol.customs.DrawId;
import uz.muhr.protocol.identifier.DocumentId;

/** {@code muhr reverse-write-off}: takes a write-off back. */
@Command(
        name = "reverse-write-off",
        description = "Takes a write-off of the caller's organisation back, for good: its line draws no more.")
final class ReverseWriteOffCommand implements Callable<Integer> {
    @Mixin
    private final Participant participant = new Participant();

    @Mixin
    private final Speech speech = new Speech();

    @Mixin
    private final NumberedDocument document = new NumberedDocument();

    @Mixin
    private final DeclarationLine line = new DeclarationLine();

    @Override
    public Integer call() {
        DocumentId id = document.id();
        try (Ledger ledger = participant.ledger()) {
            DrawId draw = DrawId.of(ledger.organisation(), line.declaration(), line.line());
            DrawView view = DrawView.of(new CustomsControl(ledger).reverse(id, draw));
            speech.say(view, CustomsLines.of("REVERSED", view));
            return Exit.VALID;
        }
    }
}
