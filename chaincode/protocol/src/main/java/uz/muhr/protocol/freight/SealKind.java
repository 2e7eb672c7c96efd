package uz.muhr.protocol.freight;

/** Whether a container seal can be read by a machine: ISO 18185. */
public enum SealKind implements Coded {
    MECHANICAL("mechanical"),
    ELECTRONIC("electronic");

    private final String code;

    SealKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** The one with a code; MALFORMED_ARGUMENT for any other text. */
    public static SealKind parse(String text) {
        return Coded.parse("A container seal's kind", values(), text);
    }
}
