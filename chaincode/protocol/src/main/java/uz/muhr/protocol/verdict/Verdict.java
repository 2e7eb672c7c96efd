package uz.muhr.protocol.verdict;

import static uz.muhr.protocol.verdict.Indication.INDETERMINATE;
import static uz.muhr.protocol.verdict.Indication.TOTAL_FAILED;
import static uz.muhr.protocol.verdict.Indication.TOTAL_PASSED;

import uz.muhr.protocol.refusal.Refusal;

/** The answer to a question about a document. The order is the precedence: the first that applies is given. */
public enum Verdict {
    UNDETERMINED(INDETERMINATE, "It could not be determined whether the document is genuine and stands."),
    UNKNOWN(INDETERMINATE, "The ledger knows no such document."),
    ALTERED(TOTAL_FAILED, "The ledger knows this number, but with another content."),
    NOT_AUTHORISED(TOTAL_FAILED, "The issuer had no authority to issue it."),
    REVOKED(TOTAL_FAILED, "The issuer has revoked it."),
    SUPERSEDED(INDETERMINATE, "Another document or a later version stands in its place."),
    EXHAUSTED(INDETERMINATE, "Its quantity has been used up."),
    SUSPENDED(INDETERMINATE, "It is suspended."),
    EXPIRED(INDETERMINATE, "Its validity has ended."),
    NOT_YET_VALID(INDETERMINATE, "Its validity has not begun."),
    VALID(TOTAL_PASSED, "It is genuine and stands.");

    private final Indication indication;
    private final String sentence;

    Verdict(Indication indication, String sentence) {
        this.indication = indication;
        this.sentence = sentence;
    }

    public Indication indication() {
        return indication;
    }

    /** What it means, for a person. */
    public String sentence() {
        return sentence;
    }

    static Verdict parse(String text) {
        for (Verdict verdict : values()) {
            if (verdict.name().equals(text)) {
                return verdict;
            }
        }
        throw Refusal.malformed("A verdict of this name is not known to this version.");
    }
}
