package uz.muhr.protocol.integrity;

/** What is known of container seals. The order is the precedence: the first that applies is given. */
public enum SealVerdict {
    TAMPERED("A container seal was damaged, broken or opened, and no authority did it."),
    MISSING("A container seal was found missing."),
    BROKEN_BY_AUTHORITY("An authority broke a container seal, and nothing else is known against it."),
    UNPROVEN("Nothing is known against the container seals, but their chain has a gap."),
    INTACT("The container seals held, and somebody had custody of them all the time.");

    private final String sentence;

    SealVerdict(String sentence) {
        this.sentence = sentence;
    }

    /** What it means, for a person. */
    public String sentence() {
        return sentence;
    }
}
