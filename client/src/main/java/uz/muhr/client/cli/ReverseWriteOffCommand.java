package uz.muhr.client.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import uz.muhr.client.verification.DrawView;
import uz.muhr.protocol.identifier.DocumentId;

/** {@code muhr reverse-write-off}: takes a write-off back. */
@Command(
        name = "reverse-write-off",
        description = "Takes a write-off of the caller's organisation back, for good: its line draws no more.")
final class ReverseWriteOffCommand implements Callable<Integer> {
    @Mixin
    private final Writing writing = new Writing();

    @Mixin
    private final Speech speech = new Speech();

    @Mixin
    private final NumberedDocument document = new NumberedDocument();

    @Mixin
    private final DeclarationLine line = new DeclarationLine();

    @Override
    public Integer call() {
        DocumentId id = document.id();
        try (Desk desk = writing.desk()) {
            DrawView view = desk.reverse(id, line);
            speech.say(view, CustomsLines.of("REVERSED", view));
            return Exit.VALID;
        }
    }
}
