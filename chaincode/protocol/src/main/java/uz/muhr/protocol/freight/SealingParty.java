package uz.muhr.protocol.freight;

/** Whose container seal it is: those of UNTDID 9303 for whom members of the ledger act. */
public enum SealingParty implements Coded {
    CARRIER("CA"),
    CUSTOMS("CU"),
    SHIPPER("SH"),
    TERMINAL_OPERATOR("TO"),
    QUARANTINE("AC");

    private final String code;

    SealingParty(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** The one with a code; MALFORMED_ARGUMENT for any other text. */
    public static SealingParty parse(String text) {
        return Coded.parse("A container seal's sealing party", values(), text);
    }
}
