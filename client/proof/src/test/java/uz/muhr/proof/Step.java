package uz.muhr.proof;

/**
 * One change of the document, in a block of its own between two transactions that have nothing to do with it.
 *
 * @param operation what it does to the record
 */
public record Step(Operation operation, TransactionDraft transaction, BlockDraft block) {
    /** The place of the transaction in its block. */
    public static final int INDEX = 1;

    /** What the issuer may do. */
    public enum Operation {
        ANCHOR,
        SUSPEND,
        REINSTATE,
        REVOKE,
        RENEW
    }
}
