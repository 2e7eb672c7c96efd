package uz.muhr.client.following;

import java.io.Serial;

/** A peer's blocks do not continue those that were followed. Nothing of them was taken. */
public final class ForeignLedgerException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String sentence;

    private ForeignLedgerException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    static ForeignLedgerException at(String peer, long number) {
        return new ForeignLedgerException("The peer at " + peer
                + " serves another ledger than the one this register was made from: block " + number
                + " differs. Name the right network, or make the register anew: scripts/muhr register rebuild.");
    }

    static ForeignLedgerException gap(String peer, long expected, long found) {
        return new ForeignLedgerException(
                "The peer at " + peer + " delivered block " + found + " where block " + expected + " was due.");
    }

    /** The message, for a person. */
    public String sentence() {
        return sentence;
    }
}
