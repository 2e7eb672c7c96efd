package uz.muhr.client.tracking;

/** What may be wrong with an event. */
public enum FaultCode {
    /** A member that has to be there is not. */
    MISSING_MEMBER,
    /** A member that the standard does not know, and that is marked as nobody's extension. */
    UNKNOWN_MEMBER,
    /** A value is no text, number, list or object where one has to be, or is too much of it. */
    WRONG_STRUCTURE,
    /** A code that the standard's list does not have. */
    UNKNOWN_CODE,
    /** Not a time, or not one at which this can have happened. */
    WRONG_TIME,
    /** An identifier that is not in its form. */
    WRONG_ID,
    /** The identifier of an event before it in the file. */
    REPEATED_ID,
    /** A container number that ISO 6346 does not allow, by its form or its check digit. */
    CONTAINER_NUMBER,
    /** No location of UN/LOCODE. */
    PLACE,
    /** An IMO number of a vessel with a wrong check digit. */
    VESSEL_NUMBER,
    /** The event says one thing and its contrary. */
    CONTRADICTION
}
