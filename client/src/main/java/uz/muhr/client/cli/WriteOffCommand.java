package uz.muhr.client.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.submission.CustomsControl;
import uz.muhr.client.verification.DrawView;
import uz.muhr.protocol.customs.DrawRequest;

/** {@code muhr write-off}: customs draws from a quantity-limited document. */
@Command(
        name = "write-off",
        description = "Writes a quantity off a document for a line of a declaration, once; by an officer of customs.")
final class WriteOffCommand implements Callable<Integer> {
    @Mixin
    private final Participant participant = new Participant();

    @Mixin
    private final Speech speech = new Speech();

    @Mixin
    private final NumberedDocument document = new NumberedDocument();

    @Mixin
    private final DeclarationLine line = new DeclarationLine();

    @Mixin
    private final QuantityOption quantity = new QuantityOption();

    @Override
    public Integer call() {
        DrawRequest request = new DrawRequest(document.id(), line.declaration(), line.line(), quantity.quantity());
        try (Ledger ledger = participant.ledger()) {
            DrawView view = DrawView.of(new CustomsControl(ledger).writeOff(request));
            speech.say(view, CustomsLines.of("WRITTEN OFF", view));
            return Exit.VALID;
        }
    }
}
