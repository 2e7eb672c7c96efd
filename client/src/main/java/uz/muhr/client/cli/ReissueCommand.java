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

/** {@code muhr reissue}: another file under the same number. */
@Command(
        name = "reissue",
        description =
                "Puts another file under the same number of a document of the caller's organisation; the former file"
                        + " reads SUPERSEDED from then on.")
final class ReissueCommand implements Callable<Integer> {
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

    @Option(names = "--with", required = true, paramLabel = "FILE", description = "the new file")
    private Path with = Path.of("");

    @Override
    public Integer call() {
        DocumentReference.Name name = old.name();
        Fingerprint fingerprint = Progress.read(with, speech.err());
        Order order = new Order(
                with.toString(),
                fingerprint,
                name.type(),
                name.number(),
                paper.validity(),
                paper.binder(with, fingerprint),
                Optional.empty(),
                ReceiptFile.beside(with));
        try (Desk desk = writing.desk()) {
            Outcome outcome = desk.reissue(order, expected.version(desk, name.id()));
            speech.say(List.of(OutcomeView.of(outcome)), OutcomeView.lines(outcome));
            return Exit.of(outcome);
        }
    }
}
