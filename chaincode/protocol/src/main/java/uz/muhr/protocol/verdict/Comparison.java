package uz.muhr.protocol.verdict;

/** How the content that was asked about relates to a record. */
public enum Comparison {
    /** It is the record's content. */
    MATCHES,
    /** It was the record's content in an earlier version. */
    MATCHED_EARLIER,
    /** It never was. */
    DIFFERS,
    /** The record is or was of another kind, and no receipt was given, so nothing can be said. */
    RECEIPT_REQUIRED,
    /** No content was given. */
    NOT_COMPARED
}
