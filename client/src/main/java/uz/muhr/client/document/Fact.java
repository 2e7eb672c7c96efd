package uz.muhr.client.document;

/** What a document may say of itself. */
public enum Fact {
    /** A code of UNTDID 1001. */
    TYPE,
    NUMBER,
    /** The name of who issued it, as the document has it; none of the ledger's. */
    ISSUER,
    /** The date of issue. */
    ISSUED,
    VALID_FROM,
    VALID_UNTIL
}
