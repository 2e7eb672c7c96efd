package uz.muhr.client.web.api;

import java.security.SecureRandom;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.submission.Wish;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.refusal.Refusal;

/** Makes the receipts, salts included, under which contents come onto the ledger in the name of this client's organisation. */
@Component
final class NewContents {
    private final Ledger ledger;
    private final SecureRandom random = new SecureRandom();

    NewContents(Ledger ledger) {
        this.ledger = ledger;
    }

    Wish.Anchor anchor(NewDocument document) {
        return new Wish.Anchor(Receipt.pending(
                ledger.organisation(),
                document.type(),
                document.number(),
                document.validity(),
                document.quantity(),
                document.fingerprint(),
                document.binder().bind(random)));
    }

    /**
     * A new document in the place of one.
     *
     * @throws Refusal UNKNOWN_DOCUMENT
     * @throws uz.muhr.client.fabric.LedgerUnavailableException when its type cannot be asked for
     */
    Wish.Replace replace(DocumentId replaced, ReplacementForm form) {
        DocumentRecord record = ledger.read(replaced).value();
        return new Wish.Replace(receipt(record.type(), form), replaced, form.sequence());
    }

    /**
     * Another file under the same number; fails as {@link #replace}.
     *
     * @throws Refusal MALFORMED_ARGUMENT when the number is not the document's
     */
    Wish.NewIssue reissue(DocumentId document, ReplacementForm form) {
        DocumentRecord record = ledger.read(document).value();
        if (!DocumentId.of(record.issuer(), record.type(), form.number().digest())
                .equals(document)) {
            throw Refusal.malformed("\"number\" is not the number of the document that is to be reissued.");
        }
        return new Wish.NewIssue(receipt(record.type(), form), form.sequence());
    }

    private Receipt receipt(TypeCode type, ReplacementForm form) {
        return Receipt.pending(
                ledger.organisation(),
                type,
                form.number(),
                form.validity(),
                Optional.empty(),
                form.fingerprint(),
                form.binder().bind(random));
    }
}
