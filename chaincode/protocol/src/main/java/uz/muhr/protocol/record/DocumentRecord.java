package uz.muhr.protocol.record;

import java.util.Optional;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * One version of what the ledger holds of a document.
 *
 * @param issuer the organisation that anchored it, which is the creator's own
 * @param reason why it was revoked; present for a revoked record alone
 * @param sequence 1 when anchored, one more with each change
 * @param predecessor the hash of the version before; absent for the first alone
 * @param authority the sequence of the authority record it was anchored under
 * @param anchored the transaction that anchored it; its actor is the creator
 * @param changed the transaction that made this version; the anchoring one for the first
 */
public record DocumentRecord(
        TypeCode type,
        MspId issuer,
        Commitment commitment,
        Validity validity,
        DocumentStatus status,
        Optional<RevocationReason> reason,
        long sequence,
        Optional<RecordHash> predecessor,
        long authority,
        Change anchored,
        Change changed) {

    /**
     * Refuses what cannot be.
     *
     * @throws Refusal CORRUPT_RECORD when the parts contradict one another
     */
    public DocumentRecord {
        consistent(issuer.equals(anchored.by().msp()), "its issuer is not its creator's organisation");
        consistent(reason.isPresent() == (status == DocumentStatus.REVOKED), "its reason and status do not fit");
        consistent(sequence >= 1 && authority >= 1, "a sequence is below 1");
        consistent(predecessor.isPresent() == (sequence > 1), "its predecessor and sequence do not fit");
        consistent(sequence > 1 || changed.equals(anchored), "its first version names two transactions");
        consistent(!changed.time().isBefore(anchored.time()), "it was changed before it was anchored");
    }

    /** The first version. */
    public static DocumentRecord anchor(
            TypeCode type, Commitment commitment, Validity validity, long authority, Change change) {
        return new DocumentRecord(
                type,
                change.by().msp(),
                commitment,
                validity,
                DocumentStatus.VALID,
                Optional.empty(),
                1,
                Optional.empty(),
                authority,
                change,
                change);
    }

    /**
     * The next version, revoked for good.
     *
     * @param expected the sequence that the caller saw
     * @throws Refusal NOT_ISSUER, STALE_SEQUENCE, ILLEGAL_TRANSITION or CLOCK_SKEW
     */
    public DocumentRecord revoke(long expected, RevocationReason why, Change change) {
        checkChange(expected, change);
        return new DocumentRecord(
                type,
                issuer,
                commitment,
                validity,
                DocumentStatus.REVOKED,
                Optional.of(why),
                sequence + 1,
                Optional.of(RecordText.hash(this)),
                authority,
                anchored,
                change);
    }

    private void checkChange(long expected, Change change) {
        if (!change.by().msp().equals(issuer)) {
            throw new Refusal(
                    ErrorCode.NOT_ISSUER,
                    "Only " + issuer + " may change this document; "
                            + change.by().msp() + " asked.");
        }
        if (expected != sequence) {
            throw new Refusal(
                    ErrorCode.STALE_SEQUENCE,
                    "The change expects version " + expected + "; the record is at version " + sequence
                            + ". Read it again.");
        }
        if (status.isFinal()) {
            throw new Refusal(ErrorCode.ILLEGAL_TRANSITION, "The document is " + status + ", which is final.");
        }
        change.checkNotBefore(changed);
    }

    private static void consistent(boolean holds, String fault) {
        if (!holds) {
            throw new Refusal(ErrorCode.CORRUPT_RECORD, "A document record contradicts itself: " + fault + ".");
        }
    }
}
