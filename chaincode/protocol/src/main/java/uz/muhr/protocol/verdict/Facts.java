package uz.muhr.protocol.verdict;

import uz.muhr.protocol.record.DocumentStatus;
import uz.muhr.protocol.record.Validity;

/**
 * All that a verdict on one record follows from.
 *
 * @param anchoredLater it was anchored after the asked time
 * @param authorised the issuer had authority when it was anchored, as far as the ledger knows now
 * @param exhausted its quantity is used up
 * @param held customs holds it
 */
public record Facts(
        Comparison content,
        boolean anchoredLater,
        boolean authorised,
        DocumentStatus status,
        boolean exhausted,
        boolean held,
        Validity.Phase phase) {}
