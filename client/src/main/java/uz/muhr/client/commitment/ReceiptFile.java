package uz.muhr.client.commitment;

import java.nio.file.Path;
import java.util.Optional;
import uz.muhr.protocol.refusal.Refusal;

/**
 * A receipt on disk, beside its document as {@code FILE.muhr.json}, safe as a {@link DurableFile} is.
 *
 * @param path where the receipt is or will be
 */
public record ReceiptFile(Path path) {
    private static final String SUFFIX = ".muhr.json";

    /** A consignment's receipt is none of a document, and no document either. */
    private static final String CONSIGNMENT = ".muhr-consignment.json";

    private static final long LONGEST = 1 << 16;

    /** The receipt that lies beside a document. */
    public static ReceiptFile beside(Path document) {
        return new ReceiptFile(document.resolveSibling(DurableFile.nameOf(document) + SUFFIX));
    }

    /** Whether a file is a receipt by its name, or one that is being written, and so no document. */
    public static boolean isReceipt(Path file) {
        String name = DurableFile.nameOf(file);
        return name.endsWith(SUFFIX) || name.endsWith(CONSIGNMENT) || DurableFile.isUnfinished(file);
    }

    /** What to call it when speaking to a person; whoever asks from elsewhere learns nothing of this computer's folders. */
    public String name() {
        return file().name();
    }

    /**
     * The receipt, if there is one.
     *
     * @throws Refusal MALFORMED_ARGUMENT when what is there is no whole receipt
     */
    public Optional<Receipt> read() {
        return file().read("receipt", LONGEST).map(ReceiptText::parse);
    }

    /**
     * Writes a receipt where there is none yet.
     *
     * @return false when there is one already, which is left as it is
     */
    public boolean create(Receipt receipt) {
        return file().create(ReceiptText.write(receipt));
    }

    /** Writes a receipt in the place of the one that is there. */
    public void replace(Receipt receipt) {
        file().replace(ReceiptText.write(receipt));
    }

    /** Removes a receipt whose document was refused for good. */
    public void delete() {
        file().delete();
    }

    private DurableFile file() {
        return new DurableFile(path);
    }
}
