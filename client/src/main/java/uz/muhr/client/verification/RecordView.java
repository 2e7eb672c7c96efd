package uz.muhr.client.verification;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.RevocationReason;

/**
 * One version of a document's record, for a person or another program. Times are RFC 3339 UTC; hashes are 64
 * hexadecimal digits; what does not apply is absent.
 *
 * @param type UNTDID 1001 code
 * @param kind {@code open} or {@code salted}
 * @param status VALID, SUSPENDED, REVOKED or SUPERSEDED, as stored
 * @param quantity how much customs may write off it, in {@code unit}, a code of UN/ECE Recommendation 20
 * @param replaces the document whose place it took
 * @param replacedBy the document that took its place
 * @param sequence number of the version, from 1
 */
public record RecordView(
        String document,
        String issuer,
        String type,
        String typeName,
        String kind,
        String commitment,
        String status,
        @Nullable String reason,
        @Nullable String validFrom,
        @Nullable String validUntil,
        @Nullable String quantity,
        @Nullable String unit,
        @Nullable String replaces,
        @Nullable String replacedBy,
        long sequence,
        ChangeView anchored,
        ChangeView changed) {

    /**
     * A transaction that touched the record.
     *
     * @param certificate SHA-256 of the certificate it was signed with
     * @param block number of the block that holds it; in a history alone
     */
    public record ChangeView(
            String organisation,
            String certificate,
            String transaction,
            @Nullable Long block,
            String time) {
        public static ChangeView of(Change change) {
            return of(change, Map.of());
        }

        static ChangeView of(Change change, Map<TransactionId, Long> blocks) {
            return new ChangeView(
                    change.by().msp().value(),
                    change.by().certificate().hex(),
                    change.transaction().hex(),
                    blocks.get(change.transaction()),
                    LedgerTime.write(change.time()));
        }
    }

    public static RecordView of(DocumentId document, DocumentRecord record) {
        return of(document, record, Map.of());
    }

    /** @param blocks numbers of the blocks that hold the record's transactions, as far as they were asked for */
    static RecordView of(DocumentId document, DocumentRecord record, Map<TransactionId, Long> blocks) {
        return new RecordView(
                document.hex(),
                record.issuer().value(),
                record.type().value(),
                record.type().title(),
                record.commitment().kind().text(),
                record.commitment().hex(),
                record.status().name(),
                record.reason().map(RevocationReason::text).orElse(null),
                record.validity().from().map(LedgerTime::write).orElse(null),
                record.validity().until().map(LedgerTime::write).orElse(null),
                record.quantity().map(quantity -> quantity.amount().toString()).orElse(null),
                record.quantity().map(quantity -> quantity.unit().value()).orElse(null),
                record.replaces().map(DocumentId::hex).orElse(null),
                record.replacedBy().map(DocumentId::hex).orElse(null),
                record.sequence(),
                ChangeView.of(record.anchored(), blocks),
                ChangeView.of(record.changed(), blocks));
    }
}
