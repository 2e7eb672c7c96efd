package uz.muhr.protocol.verdict;

/** Whether an issuer might anchor what it anchored, as far as the ledger knows now. */
public enum AuthorityThen {
    IN_FORCE,
    /** It had none over the type at that time. */
    NONE,
    /** It had, and what it anchored of the type since before that time is distrusted. */
    ISSUER_DISTRUSTED,
    /** It had, but the certificate that anchored it was distrusted at that time. */
    CERTIFICATE_DISTRUSTED
}
