package uz.muhr.client.disclosure;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import uz.muhr.client.commitment.Binding;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.client.document.DocumentFields;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.disclosure.Disclosure;
import uz.muhr.protocol.disclosure.Field;
import uz.muhr.protocol.disclosure.FieldPath;
import uz.muhr.protocol.disclosure.FieldTree;
import uz.muhr.protocol.refusal.Refusal;

/** A document and the receipt under which its fields were anchored. */
public final class Disclosing {
    private final Receipt receipt;
    private final Binding.Fields binding;
    private final FieldTree tree;

    private Disclosing(Receipt receipt, Binding.Fields binding, FieldTree tree) {
        this.receipt = receipt;
        this.binding = binding;
        this.tree = tree;
    }

    /**
     * Reads the file and holds it against the receipt.
     *
     * @throws Refusal MALFORMED_ARGUMENT when the receipt is of another content or of no fields
     * @throws uz.muhr.client.document.UnreadableDocument when the file has no fields
     */
    public static Disclosing of(Path file, Fingerprint fingerprint, Receipt receipt) {
        if (!receipt.fingerprint().equals(fingerprint)) {
            throw Refusal.malformed(
                    "The receipt was made for another content: the file was changed, or the receipt is another's.");
        }
        if (!(receipt.binding() instanceof Binding.Fields binding)) {
            throw Refusal.malformed("The document was anchored as "
                    + receipt.binding().kind().text()
                    + ", so its fields cannot be disclosed one by one. Reissue it with --fields.");
        }
        List<Field> fields = DocumentFields.of(file, fingerprint);
        FieldTree tree = FieldTree.of(fields, binding.drawn());
        if (!tree.root().equals(binding.root())) {
            throw Refusal.malformed(
                    "The fields of the file do not come to the root in its receipt. Take the receipt as the issuer gave it.");
        }
        return new Disclosing(receipt, binding, tree);
    }

    /**
     * Shows chosen fields.
     *
     * @throws Refusal MALFORMED_ARGUMENT when there is none of a path
     */
    public Disclosure disclose(Collection<FieldPath> chosen) {
        return tree.disclose(receipt.documentId(), Commitment.salted(receipt.fingerprint(), binding.drawn()), chosen);
    }
}
