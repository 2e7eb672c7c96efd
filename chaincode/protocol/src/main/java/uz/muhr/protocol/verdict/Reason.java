package uz.muhr.protocol.verdict;

/** Why a verdict is what it is. */
public enum Reason {
    LEDGER_UNREACHABLE("The ledger could not be asked in time. Try again, or ask another participant."),
    LEDGER_CONTRADICTORY("The ledger's answer contradicts itself and is not used. Tell the network's operators."),
    RECEIPT_REQUIRED(
            "The document was not anchored as a plain file: its receipt (FILE.muhr.json) is needed to compare this one."),
    CONTENT_NOT_COMPARED("Only the number was asked, so no file was compared. Give the file to have it verified."),
    RECORDS_DISAGREE("Several records of this content have different verdicts. Ask with number, issuer and type."),
    TOO_MANY_RECORDS("More records of this content exist than one answer holds. Ask with number, issuer and type."),
    NEVER_ANCHORED(
            "Nothing was anchored for it. A salted document is found only with its receipt (FILE.muhr.json) beside it."),
    ANCHORED_LATER("It was anchored only after the time that was asked."),
    CONTENT_DIFFERS("The file is not the one that was anchored under this number."),
    CONTENT_UNDER_ANOTHER_NUMBER("This very file is anchored under another number, issuer or type."),
    NO_AUTHORITY_WHEN_ANCHORED("As the ledger knows now, the issuer had no authority over this type at that time."),
    ISSUER_DISTRUSTED("The members distrust what this issuer anchored of this type at that time."),
    CERTIFICATE_DISTRUSTED("The members distrust the certificate that anchored it, since before that time."),
    REVOKED_BY_ISSUER("The issuer revoked it."),
    SUPERSEDED_BY_ISSUER("The issuer put another document in its place."),
    EARLIER_VERSION("The file is an earlier content of this number, reissued since."),
    QUANTITY_USED_UP("Customs has written off its whole quantity."),
    SUSPENDED_BY_ISSUER("The issuer suspended it."),
    HELD_BY_CUSTOMS("Customs holds it."),
    VALIDITY_ENDED("Its validity ended before the time that was asked."),
    VALIDITY_NOT_BEGUN("Its validity begins after the time that was asked.");

    private final String sentence;

    Reason(String sentence) {
        this.sentence = sentence;
    }

    /** What it means and what to do, for a person. */
    public String sentence() {
        return sentence;
    }
}
