package uz.muhr.client.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import uz.muhr.client.verification.DrawView;
import uz.muhr.protocol.identifier.DocumentId;

/** {@code muhr write-off}: customs draws from a quantity-limited document. */
@Command(
        name = "write-off",
        description = "Writes a quantity off a document for a line of a declaration, once; by an officer of customs.")
final class WriteOffCommand implements Callable<Integer> {
    @Mixin
    private final Writing writing = new Writing();

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
        DocumentId id = document.id();
        try (Desk desk = writing.desk()) {
            DrawView view = desk.writeOff(id, line, quantity.quantity());
            speech.say(view, CustomsLines.of("WRITTEN OFF", view));
            return Exit.VALID;
        }
    }
}
