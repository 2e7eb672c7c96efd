package uz.muhr.client.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uz.muhr.client.commitment.ReceiptFile;
import uz.muhr.client.submission.Order;
import uz.muhr.client.submission.Outcome;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.quantity.Quantity;
import uz.muhr.protocol.record.Validity;
import uz.muhr.protocol.refusal.Refusal;

/** {@code muhr submit}: anchors documents in the name of the caller's organisation. */
@Command(
        name = "submit",
        description = "Anchors documents; the receipt FILE.muhr.json is written beside each.",
        footer = {
            "",
            "Interrupted, it is simply run again: the receipt knows how far it came, and nothing is doubled.",
            "A folder stands for all files below it; receipts and hidden files are left out."
        })
final class SubmitCommand implements Callable<Integer> {
    @Mixin
    private final Writing writing = new Writing();

    @Mixin
    private final Speech speech = new Speech();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "files, or folders of files")
    private final List<Path> files = new ArrayList<>();

    @Option(
            names = "--type",
            required = true,
            paramLabel = "CODE",
            description = "UNTDID 1001 code, such as 861 for a certificate of origin")
    private String type = "";

    @ArgGroup(multiplicity = "1")
    private final Numbering numbering = new Numbering();

    @Mixin
    private final Paper paper = new Paper();

    @ArgGroup(exclusive = false)
    private @Nullable QuantityOption quantity;

    /** How a document's number is known. */
    static final class Numbering {
        @Option(names = "--number", paramLabel = "N", description = "the document's number; for one file")
        private @Nullable String number;

        @Option(names = "--number-from-name", description = "each file's name without its ending is its number")
        private boolean fromName;
    }

    @Override
    public Integer call() {
        TypeCode code = new TypeCode(type);
        Validity validity = paper.validity();
        Optional<Quantity> limit = Optional.ofNullable(quantity).map(QuantityOption::quantity);
        List<Path> documents = DocumentFiles.of(files);
        if (numbering.number != null && documents.size() != 1) {
            throw Refusal.malformed("--number is for one file; there are " + documents.size()
                    + ". Name each file after its number and use --number-from-name.");
        }
        List<Order> orders = documents.stream()
                .map(file -> order(file, code, validity, limit))
                .toList();
        try (Desk desk = writing.desk()) {
            return report(desk.submit(orders));
        }
    }

    private Order order(Path file, TypeCode code, Validity validity, Optional<Quantity> limit) {
        Fingerprint fingerprint = Progress.read(file, speech.err());
        return new Order(
                file.toString(),
                fingerprint,
                code,
                numberOf(file),
                validity,
                paper.binder(file, fingerprint),
                limit,
                ReceiptFile.beside(file));
    }

    private DocumentNumber numberOf(Path file) {
        return DocumentNumber.parse(
                numbering.fromName || numbering.number == null
                        ? DocumentFiles.nameWithoutEnding(file)
                        : numbering.number);
    }

    private int report(List<Outcome> outcomes) {
        speech.say(
                outcomes.stream().map(OutcomeView::of).toList(),
                outcomes.stream()
                        .flatMap(outcome -> OutcomeView.lines(outcome).stream())
                        .toList());
        return outcomes.stream().mapToInt(Exit::of).max().orElse(Exit.VALID);
    }
}
