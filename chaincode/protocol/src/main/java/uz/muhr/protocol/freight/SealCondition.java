package uz.muhr.protocol.freight;

/** In what condition a container seal was found: UNTDID 4517. */
public enum SealCondition implements Coded {
    RIGHT("1"),
    DAMAGED("2"),
    MISSING("3"),
    BROKEN("4"),
    FAULTY_ELECTRONIC_SEAL("5");

    private final String code;

    SealCondition(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** The one with a code; MALFORMED_ARGUMENT for any other text. */
    public static SealCondition parse(String text) {
        return Coded.parse("A container seal's condition", values(), text);
    }
}
