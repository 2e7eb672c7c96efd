package uz.muhr.protocol.record;

import java.util.Optional;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.quantity.Quantity;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * One version of what the ledger holds of a document.
 *
 * @param issuer the organisation that anchored it, which is the creator's own
 * @param quantity how much customs may write off it; absent for a document without limit
 * @param reason why it was revoked; present for a revoked record alone
 * @param replaces the document whose place it took
 * @param replacedBy the document that took its place; present for a superseded record alone
 * @param sequence 1 when anchored, one more with each change
 * @param predecessor the hash of the version before; absent for the first alone
 * @param authority the sequence of the authority record its content was anchored under
 * @param anchored the transaction that anchored it; its actor is the creator
 * @param changed the transaction that made this version; the anchoring one for the first
 */
public record DocumentRecord(
        TypeCode type,
        MspId issuer,
        Commitment commitment,
        Validity validity,
        Optional<Quantity> quantity,
        DocumentStatus status,
        Optional<RevocationReason> reason,
        Optional<DocumentId> replaces,
        Optional<DocumentId> replacedBy,
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
        consistent(
                replacedBy.isPresent() == (status == DocumentStatus.SUPERSEDED), "its successor and status do not fit");
        consistent(replaces.isEmpty() || !replaces.equals(replacedBy), "it replaces and is replaced by the same one");
        consistent(sequence >= 1 && authority >= 1, "a sequence is below 1");
        consistent(predecessor.isPresent() == (sequence > 1), "its predecessor and sequence do not fit");
        consistent(sequence > 1 || changed.equals(anchored), "its first version names two transactions");
        consistent(!changed.time().isBefore(anchored.time()), "it was changed before it was anchored");
    }

    /** The first version. */
    public static DocumentRecord anchor(
            TypeCode type,
            Commitment commitment,
            Validity validity,
            Optional<Quantity> quantity,
            Optional<DocumentId> replaces,
            long authority,
            Change change) {
        return new DocumentRecord(
                type,
                change.by().msp(),
                commitment,
                validity,
                quantity,
                DocumentStatus.VALID,
                Optional.empty(),
                replaces,
                Optional.empty(),
                1,
                Optional.empty(),
                authority,
                change,
                change);
    }

    /**
     * The next version, suspended until it is reinstated.
     *
     * @param expected the sequence that the caller saw
     * @throws Refusal NOT_ISSUER, STALE_SEQUENCE, ILLEGAL_TRANSITION or CLOCK_SKEW
     */
    public DocumentRecord suspend(long expected, Change change) {
        return next(Operation.SUSPEND, expected, change, Optional.empty(), Optional.empty());
    }

    /** The next version, valid again; refused as {@link #suspend}. */
    public DocumentRecord reinstate(long expected, Change change) {
        return next(Operation.REINSTATE, expected, change, Optional.empty(), Optional.empty());
    }

    /** The next version, revoked for good; refused as {@link #suspend}. */
    public DocumentRecord revoke(long expected, RevocationReason why, Change change) {
        return next(Operation.REVOKE, expected, change, Optional.of(why), Optional.empty());
    }

    /** The last version, superseded by another document; refused as {@link #suspend}. */
    public DocumentRecord replacedBy(DocumentId successor, long expected, Change change) {
        return next(Operation.REPLACE, expected, change, Optional.empty(), Optional.of(successor));
    }

    /**
     * The next version, with another content under the same number; refused as {@link #suspend}.
     *
     * @param authorityNow the sequence of the authority in force
     * @throws Refusal ILLEGAL_TRANSITION also when it holds that content already
     */
    public DocumentRecord reissue(
            Commitment content, Validity newValidity, long expected, long authorityNow, Change change) {
        DocumentStatus after = check(Operation.REISSUE, expected, change);
        if (content.equals(commitment)) {
            throw new Refusal(ErrorCode.ILLEGAL_TRANSITION, "The document holds this very content already.");
        }
        return next(after, content, newValidity, Optional.empty(), Optional.empty(), authorityNow, change);
    }

    /**
     * The status after an operation of the issuer.
     *
     * @throws Refusal NOT_ISSUER, STALE_SEQUENCE, ILLEGAL_TRANSITION or CLOCK_SKEW
     */
    public DocumentStatus check(Operation operation, long expected, Change change) {
        if (!change.by().msp().equals(issuer)) {
            throw new Refusal(
                    ErrorCode.NOT_ISSUER,
                    "Only " + issuer + " may change this document; "
                            + change.by().msp() + " asked.");
        }
        SequenceNumber.check(expected, sequence);
        DocumentStatus after = operation.next(status);
        change.checkNotBefore(changed);
        return after;
    }

    private DocumentRecord next(
            Operation operation,
            long expected,
            Change change,
            Optional<RevocationReason> why,
            Optional<DocumentId> successor) {
        DocumentStatus after = check(operation, expected, change);
        return next(after, commitment, validity, why, successor, authority, change);
    }

    private DocumentRecord next(
            DocumentStatus after,
            Commitment content,
            Validity newValidity,
            Optional<RevocationReason> why,
            Optional<DocumentId> successor,
            long authorityNow,
            Change change) {
        return new DocumentRecord(
                type,
                issuer,
                content,
                newValidity,
                quantity,
                after,
                why,
                replaces,
                successor,
                sequence + 1,
                Optional.of(RecordText.hash(this)),
                authorityNow,
                anchored,
                change);
    }

    private static void consistent(boolean holds, String fault) {
        if (!holds) {
            throw new Refusal(ErrorCode.CORRUPT_RECORD, "A document record contradicts itself: " + fault + ".");
        }
    }
}
