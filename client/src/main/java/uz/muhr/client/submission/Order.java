package uz.muhr.client.submission;

import uz.muhr.client.commitment.ReceiptFile;
import uz.muhr.protocol.commitment.CommitmentKind;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.record.Validity;

/**
 * One document that is to be anchored.
 *
 * @param name what to call it when speaking to a person
 * @param receipt where its receipt is kept; the receipt is also the journal of the submission
 */
public record Order(
        String name,
        Fingerprint fingerprint,
        TypeCode type,
        DocumentNumber number,
        Validity validity,
        CommitmentKind kind,
        ReceiptFile receipt) {}
