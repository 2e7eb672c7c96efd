package uz.muhr.proof;

/** Where a transaction under construction can be changed: its messages, from the inside outwards. */
public enum Part {
    CREATOR,
    SIGNATURE_HEADER,
    EXTENSION,
    CHANNEL_HEADER,
    CALL,
    PROPOSAL,
    RESULTS,
    ANSWER,
    /** Before it is endorsed. */
    RESPONSE,
    /** Once it has been endorsed. */
    ENDORSED_RESPONSE,
    /** Once its hash has been endorsed. */
    ENDORSED_PROPOSAL,
    ACTION_HEADER,
    ACTION,
    TRANSACTION,
    /** Before it is signed. */
    PAYLOAD,
    /** Once it has been signed. */
    SIGNED_PAYLOAD,
    SIGNATURE,
    ENVELOPE
}
