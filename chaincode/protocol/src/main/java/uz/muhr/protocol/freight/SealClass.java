package uz.muhr.protocol.freight;

/** How much a container seal withstands: ISO 17712. */
public enum SealClass implements Coded {
    INDICATIVE("I"),
    SECURITY("S"),
    HIGH_SECURITY("H");

    private final String code;

    SealClass(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** The one with a code; MALFORMED_ARGUMENT for any other text. */
    public static SealClass parse(String text) {
        return Coded.parse("A container seal's class", values(), text);
    }
}
