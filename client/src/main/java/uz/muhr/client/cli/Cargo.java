package uz.muhr.client.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.client.commitment.ReceiptFile;
import uz.muhr.client.consignment.LinkedDocument;
import uz.muhr.protocol.freight.ContainerNumber;
import uz.muhr.protocol.refusal.Refusal;

/** What goes with a consignment. */
final class Cargo {
    @Option(
            names = "--container",
            paramLabel = "N",
            description = "a container by its ISO 6346 number, such as CSQU3054383; may be repeated")
    private final List<String> containers = new ArrayList<>();

    @Option(
            names = "--document",
            paramLabel = "FILE",
            description = "a document with its receipt beside it, or its receipt alone; may be repeated")
    private final List<Path> documents = new ArrayList<>();

    List<ContainerNumber> containers() {
        return containers.stream().map(ContainerNumber::parse).distinct().toList();
    }

    /**
     * The documents by their receipts.
     *
     * @throws Refusal MALFORMED_ARGUMENT when one has none, or is another content than its receipt was made for
     */
    List<LinkedDocument> documents(PrintWriter err) {
        return documents.stream().map(file -> document(file, err)).distinct().toList();
    }

    private static LinkedDocument document(Path file, PrintWriter err) {
        boolean alone = ReceiptFile.isReceipt(file);
        ReceiptFile receiptFile = alone ? new ReceiptFile(file) : ReceiptFile.beside(file);
        Receipt receipt = receiptFile
                .read()
                .orElseThrow(() -> Refusal.malformed("There is no receipt " + receiptFile.name()
                        + ". Submit the document first, or take its receipt as its issuer gave it."));
        if (!alone && !Progress.read(file, err).equals(receipt.fingerprint())) {
            throw Refusal.malformed(
                    file.getFileName() + " is not what its receipt was made for: the file was changed.");
        }
        return LinkedDocument.of(receipt);
    }
}
