package uz.muhr.client.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.client.commitment.ReceiptFile;
import uz.muhr.client.disclosure.Disclosing;
import uz.muhr.client.disclosure.DisclosureView;
import uz.muhr.client.proof.ProofFile;
import uz.muhr.protocol.disclosure.DisclosureText;
import uz.muhr.protocol.disclosure.FieldPath;
import uz.muhr.protocol.refusal.Refusal;

/** {@code muhr disclose}: makes a file that shows chosen fields of a document and hides the others. */
@Command(
        name = "disclose",
        description = {
            "Shows chosen fields of a document that was submitted with --fields, and hides all others.",
            "Whoever gets OUT verifies it with muhr verify OUT. No network is needed to make it."
        },
        footer = {
            "",
            "Without --field it lists the document's fields with their paths, and writes nothing.",
            "The receipt and the document stay with you: with them all fields can be read."
        })
final class DiscloseCommand implements Callable<Integer> {
    @Mixin
    private final Speech speech = new Speech();

    @Parameters(paramLabel = "FILE", description = "the document")
    private Path file = Path.of("");

    @Option(names = "--receipt", paramLabel = "R", description = "the receipt, when it does not lie beside FILE")
    private @Nullable Path receipt;

    @Option(
            names = "--field",
            paramLabel = "PATH",
            description = "a field to be shown, with all that stands in it, such as /goods/0/weight; may be repeated")
    private final List<String> fields = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description = "where to write the disclosure")
    private @Nullable Path output;

    /** What was written. */
    record View(@Nullable String file, DisclosureView disclosure) {}

    @Override
    public Integer call() {
        List<FieldPath> chosen = fields.stream().map(FieldPath::new).toList();
        if (chosen.isEmpty() != (output == null)) {
            throw Refusal.malformed(
                    "--field and -o go together: name the fields to be shown, and where to write them.");
        }
        Disclosing disclosing = Disclosing.of(file, Progress.read(file, speech.err()), receipt());
        if (output == null) {
            DisclosureView all = DisclosureView.of(disclosing.disclose(List.of(FieldPath.ROOT)));
            speech.say(new View(null, all), DisclosureLines.of(all));
            return Exit.VALID;
        }
        var disclosure = disclosing.disclose(chosen);
        byte[] text = DisclosureText.write(disclosure).getBytes(StandardCharsets.UTF_8);
        new ProofFile(output).write(text);
        View view = new View(output.toString(), DisclosureView.of(disclosure));
        List<String> lines = new ArrayList<>(List.of("WRITTEN  " + view.file + ", " + text.length + " bytes"));
        lines.addAll(DisclosureLines.of(view.disclosure));
        speech.say(view, lines);
        return Exit.VALID;
    }

    private Receipt receipt() {
        ReceiptFile found =
                Optional.ofNullable(receipt).map(ReceiptFile::new).orElseGet(() -> ReceiptFile.beside(file));
        return found.read()
                .orElseThrow(() -> Refusal.malformed(
                        "There is no receipt " + found.name() + "; without it no field can be disclosed."));
    }
}
