package uz.muhr.protocol.verdict;

import uz.muhr.protocol.record.DocumentStatus;
import uz.muhr.protocol.record.Validity;

/**
 * All that a verdict on one record follows from.
 *
 * @param anchoredLater it was anchored, or came to hold the content, after the asked time
 * @param authority what the issuer's authority was when it anchored the content, as far as the ledger knows now
 * @param exhausted its quantity is used up
 * @param held customs holds it
 */
public record Facts(
        Comparison content,
        boolean anchoredLater,
        AuthorityThen authority,
        DocumentStatus status,
        boolean exhausted,
        boolean held,
        Validity.Phase phase) {}
