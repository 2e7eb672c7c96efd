package uz.muhr.protocol.verdict;

/** The three outcomes of a validation, ETSI EN 319 102-1 section 5.1.3. */
public enum Indication {
    TOTAL_PASSED("TOTAL-PASSED"),
    TOTAL_FAILED("TOTAL-FAILED"),
    INDETERMINATE("INDETERMINATE");

    private final String text;

    Indication(String text) {
        this.text = text;
    }

    /** As ETSI writes it. */
    public String text() {
        return text;
    }
}
