package uz.muhr.client.commitment;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.commitment.Salt;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.quantity.Quantity;
import uz.muhr.protocol.record.Validity;

/**
 * What travels beside a document: how to find its record, and the salt without which the file cannot be compared.
 *
 * @param quantity with which it was anchored; absent for one without limit, and for one that took another's place
 * @param binding how the file and the commitment hang together; it holds the salt
 * @param place where it was anchored; absent while that is pending
 */
public record Receipt(
        MspId issuer,
        TypeCode type,
        DocumentNumber number,
        Validity validity,
        Optional<Quantity> quantity,
        Fingerprint fingerprint,
        Binding binding,
        Optional<Place> place) {

    /** A receipt for a document that is about to be anchored. */
    public static Receipt pending(
            MspId issuer,
            TypeCode type,
            DocumentNumber number,
            Validity validity,
            Optional<Quantity> quantity,
            Fingerprint fingerprint,
            Binding binding) {
        return new Receipt(issuer, type, number, validity, quantity, fingerprint, binding, Optional.empty());
    }

    /** A new salt of 32 bytes. */
    public static Salt newSalt(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return new Salt(HexFormat.of().formatHex(bytes));
    }

    public Receipt anchoredAt(Place where) {
        return new Receipt(issuer, type, number, validity, quantity, fingerprint, binding, Optional.of(where));
    }

    public DocumentId documentId() {
        return DocumentId.of(issuer, type, number.digest());
    }

    /** What the ledger holds for the document this receipt was made for. */
    public Commitment commitment() {
        return binding.own(fingerprint);
    }

    /**
     * What the ledger would hold for a file, were it this receipt's.
     *
     * @throws uz.muhr.protocol.refusal.Refusal MALFORMED_ARGUMENT when that is not seen by the fingerprint
     */
    public Commitment commitmentOf(Fingerprint file) {
        return binding.of(file);
    }
}
