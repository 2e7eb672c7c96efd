package uz.muhr.client.consignment;

import java.nio.file.Path;
import java.util.Optional;
import uz.muhr.client.commitment.DurableFile;
import uz.muhr.protocol.refusal.Refusal;

/**
 * A consignment's receipt on disk, {@code NAME.muhr-consignment.json}.
 *
 * @param path where the receipt is or will be
 */
public record ConsignmentFile(Path path) {
    public static final String SUFFIX = ".muhr-consignment.json";
    private static final long LONGEST = 1 << 19;

    /** The file of a consignment as people name it: with its ending, or without. */
    public static ConsignmentFile named(Path name) {
        Path last = name.getFileName();
        String text = last == null ? "" : last.toString();
        return new ConsignmentFile(text.endsWith(SUFFIX) ? name : name.resolveSibling(text + SUFFIX));
    }

    /** What to call it when speaking to a person. */
    public String name() {
        return file().name();
    }

    /**
     * The receipt, if there is one.
     *
     * @throws Refusal MALFORMED_ARGUMENT when what is there is no whole receipt
     */
    public Optional<ConsignmentReceipt> find() {
        return file().read("consignment's receipt", LONGEST).map(ConsignmentText::parse);
    }

    /**
     * The receipt, which has to be there.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public ConsignmentReceipt read() {
        return find().orElseThrow(() -> Refusal.malformed("There is no consignment's receipt " + name()
                + ". Open the consignment, or ask its opener for a copy."));
    }

    /**
     * Writes a receipt where there is none yet.
     *
     * @return false when there is one already, which is left as it is
     */
    public boolean create(ConsignmentReceipt receipt) {
        return file().create(ConsignmentText.write(receipt));
    }

    /**
     * Writes a receipt in the place of the one that was read.
     *
     * @throws Refusal MALFORMED_ARGUMENT when another command has written it meanwhile
     */
    public void replace(ConsignmentReceipt read, ConsignmentReceipt receipt) {
        if (!read().equals(read)) {
            throw Refusal.malformed("Another command has written " + name() + " meanwhile. Do it again.");
        }
        if (!read.equals(receipt)) {
            file().replace(ConsignmentText.write(receipt));
        }
    }

    /** Removes the receipt of a consignment that will never be opened under it. */
    public void delete() {
        file().delete();
    }

    private DurableFile file() {
        return new DurableFile(path);
    }
}
