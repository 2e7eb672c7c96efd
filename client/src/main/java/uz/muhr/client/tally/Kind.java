package uz.muhr.client.tally;

/** What is counted. */
public enum Kind {
    /** Given to whoever asked about a document, whatever it was. */
    VERDICT,
    /** A write that this client accepted and the ledger refused. */
    REFUSAL
}
