package uz.muhr.client.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uz.muhr.client.commitment.ReceiptFile;
import uz.muhr.client.submission.Order;
import uz.muhr.client.submission.Outcome;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.identifier.DocumentNumber;

/** {@code muhr replace}: a new document takes an old one's place. */
@Command(
        name = "replace",
        description = {
            "Puts a new document, with a number of its own, in the place of one of the caller's organisation.",
            "What is left of the old one's quantity goes over to the new one."
        })
final class ReplaceCommand implements Callable<Integer> {
    @Mixin
    private final Writing writing = new Writing();

    @Mixin
    private final Speech speech = new Speech();

    @Mixin
    private final DocumentReference old = new DocumentReference();

    @Mixin
    private final Expected expected = new Expected();

    @Mixin
    private final Paper paper = new Paper();

    @Option(names = "--with", required = true, paramLabel = "FILE", description = "the new document")
    private Path with = Path.of("");

    @Option(names = "--new-number", required = true, paramLabel = "N", description = "the new document's number")
    private String newNumber = "";

    @Override
    public Integer call() {
        DocumentReference.Name replaced = old.name();
        Fingerprint fingerprint = Progress.read(with, speech.err());
        Order order = new Order(
                with.toString(),
                fingerprint,
                replaced.type(),
                DocumentNumber.parse(newNumber),
                paper.validity(),
                paper.binder(with, fingerprint),
                Optional.empty(),
                ReceiptFile.beside(with));
        try (Desk desk = writing.desk()) {
            Outcome outcome = desk.replace(order, replaced.id(), expected.version(desk, replaced.id()));
            speech.say(List.of(OutcomeView.of(outcome)), OutcomeView.lines(outcome));
            return Exit.of(outcome);
        }
    }
}
