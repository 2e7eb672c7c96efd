package uz.muhr.protocol.commitment;

import java.util.Locale;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/** How a commitment was made, and so what is needed to compare a file with it. */
public enum CommitmentKind {
    /** The file alone verifies. Whoever can guess the content can confirm the guess. */
    OPEN(0x00),
    /** The file and its receipt verify. Without the salt nobody can confirm a guess. */
    SALTED(0x01),
    /** As salted; and chosen fields of the file, with a disclosure made from file and receipt, verify without the others. */
    FIELDS(0x02),
    /** An OpenAttestation v2 document alone verifies, its copies with hidden fields too; its own salts are in it. */
    OPEN_ATTESTATION(0x03);

    private final byte code;

    CommitmentKind(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }

    /** As the ledger writes it: {@code open}, {@code salted}, {@code fields} or {@code open-attestation}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether nobody comes to such a commitment without a receipt, or what was made from one. */
    public boolean needsReceipt() {
        return this == SALTED || this == FIELDS;
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
        throw Refusal.malformed("The kind of a commitment has to be open, salted, fields or open-attestation; it is \""
                + Shown.of(text) + "\".");
    }
}
