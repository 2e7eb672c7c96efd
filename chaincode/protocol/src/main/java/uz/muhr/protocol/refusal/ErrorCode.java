package uz.muhr.protocol.refusal;

/** The stable codes with which the ledger refuses. A code is never renamed and never reused. */
public enum ErrorCode {
    /** The issuer has already anchored a document of this type and number. */
    DOCUMENT_EXISTS,
    /** This line of the declaration has drawn from the document already. */
    DRAW_EXISTS,
    /** There is less left of the document's quantity. */
    QUANTITY_EXCEEDED,
    /** The same document stands earlier in the same list. */
    REPEATED_IN_LIST,
    /** The caller's organisation or role does not allow this, or no authority is in force. */
    NOT_AUTHORISED,
    /** Only the organisation that issued the document may do this. */
    NOT_ISSUER,
    /** What is to be changed does not allow this change. */
    ILLEGAL_TRANSITION,
    /** The change names another sequence than the record's. */
    STALE_SEQUENCE,
    /** The transaction's time is too far from the endorser's clock, or before the record's last change. */
    CLOCK_SKEW,
    /** An argument is missing, surplus, unknown, repeated, too large or not in its one canonical form. */
    MALFORMED_ARGUMENT,
    /** A consignment of this id has been opened already. */
    CONSIGNMENT_EXISTS,
    /** The container seal has been affixed already, in this consignment or by this organisation in another. */
    SEAL_EXISTS,
    /** The organisation has its registry key, which is for good. */
    REGISTRY_EXISTS,
    /** Only who has custody of the container seal, was offered it, or has authority over it may do this. */
    NOT_CUSTODIAN,
    /** Another event of the container seal is recorded under this id. */
    EVENT_DIFFERS,
    /** No function of this name. */
    UNKNOWN_FUNCTION,
    /** No document under this identifier. */
    UNKNOWN_DOCUMENT,
    /** No draw under this identifier. */
    UNKNOWN_DRAW,
    /** No consignment under this identifier. */
    UNKNOWN_CONSIGNMENT,
    /** No such container in the consignment. */
    UNKNOWN_CONTAINER,
    /** No such container seal in the consignment. */
    UNKNOWN_SEAL,
    /** The organisation has no registry key on the ledger. */
    UNKNOWN_REGISTRY,
    /** No proposal under this identifier. */
    UNKNOWN_PROPOSAL,
    /** No member organisation of this name. */
    UNKNOWN_ORGANISATION,
    /** No distrusted certificate of this hash. */
    UNKNOWN_CERTIFICATE,
    /** The same is proposed already. */
    PROPOSAL_EXISTS,
    /** The organisation has approved the proposal before. */
    ALREADY_APPROVED,
    /** The proposal has taken effect or expired. */
    PROPOSAL_CLOSED,
    /** The organisation has as many open proposals as it may have. */
    TOO_MANY_PROPOSALS,
    /** The ledger's first records have been written before. */
    ALREADY_ESTABLISHED,
    /** The ledger's first records have not been written yet. */
    NOT_ESTABLISHED,
    /** What is stored contradicts itself; it is not used. */
    CORRUPT_RECORD
}
