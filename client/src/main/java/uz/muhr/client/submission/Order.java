package uz.muhr.client.submission;

import java.util.Optional;
import uz.muhr.client.commitment.Binder;
import uz.muhr.client.commitment.ReceiptFile;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.quantity.Quantity;
import uz.muhr.protocol.record.Validity;

/**
 * One document that is to be anchored.
 *
 * @param name what to call it when speaking to a person
 * @param binder how its file and the commitment are to hang together
 * @param quantity how much customs may write off it; absent for a document without limit
 * @param receipt where its receipt is kept; the receipt is also the journal of the submission
 */
public record Order(
        String name,
        Fingerprint fingerprint,
        TypeCode type,
        DocumentNumber number,
        Validity validity,
        Binder binder,
        Optional<Quantity> quantity,
        ReceiptFile receipt) {}
