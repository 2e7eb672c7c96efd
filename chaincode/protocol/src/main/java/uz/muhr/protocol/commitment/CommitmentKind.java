package uz.muhr.protocol.commitment;

import java.util.Locale;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/** How a commitment was made, and so what is needed to compare a file with it. */
public enum CommitmentKind {
    /** The file alone verifies. Whoever can guess the content can confirm the guess. */
    OPEN(0x00),
    /** The file and its receipt verify. Without the salt nobody can confirm a guess. */
    SALTED(0x01);

    private final byte code;

    CommitmentKind(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }

    /** As the ledger writes it: {@code open} or {@code salted}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public static CommitmentKind parse(String text) {
        for (CommitmentKind kind : values()) {
            if (kind.text().equals(text)) {
                return kind;
            }
        }
        throw Refusal.malformed("The kind of a commitment has to be open or salted; it is \"" + Shown.of(text) + "\".");
    }
}
