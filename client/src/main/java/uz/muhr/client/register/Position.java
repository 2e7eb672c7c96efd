package uz.muhr.client.register;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/**
 * Where the ledger wrote something, the same for everybody who reads it. A block's number alone names the block's end.
 *
 * @param block its number
 * @param transaction the transaction's turn in the block, from 0
 * @param turn the write's turn in the transaction, from 0
 */
public record Position(long block, int transaction, int turn) implements Comparable<Position> {
    private static final int BITS_OF_A_TURN = 16;
    private static final int LAST_TURN = (1 << BITS_OF_A_TURN) - 1;
    private static final long LAST_BLOCK = Integer.MAX_VALUE;
    private static final Pattern FORM =
            Pattern.compile("(0|[1-9][0-9]{0,9})(?::(0|[1-9][0-9]{0,4}):(0|[1-9][0-9]{0,4}))?");

    /**
     * Refuses what the register cannot tell apart.
     *
     * @throws Refusal MALFORMED_ARGUMENT when a part is too large
     */
    public Position {
        if (block < 0 || block > LAST_BLOCK || !isTurn(transaction) || !isTurn(turn)) {
            throw Refusal.malformed("A position has a block up to " + LAST_BLOCK + " and turns up to " + LAST_TURN
                    + "; found were " + block + ", " + transaction + " and " + turn + ".");
        }
    }

    private static boolean isTurn(int number) {
        return number >= 0 && number <= LAST_TURN;
    }

    /** After all that a block wrote. */
    public static Position endOf(long block) {
        return new Position(block, LAST_TURN, LAST_TURN);
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public static Position parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw Refusal.malformed("A position is BLOCK:TRANSACTION:TURN, such as 120:3:0, or a block's number for its"
                    + " end; \"" + Shown.of(text) + "\" is neither.");
        }
        long block = Long.parseLong(parts.group(1));
        return parts.group(2) == null
                ? endOf(block)
                : new Position(block, Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
    }

    /** One number, which grows along the ledger. */
    public long key() {
        return (block << (2 * BITS_OF_A_TURN)) | ((long) transaction << BITS_OF_A_TURN) | turn;
    }

    /** Reads {@link #key()}. */
    public static Position of(long key) {
        return new Position(
                key >> (2 * BITS_OF_A_TURN), (int) (key >> BITS_OF_A_TURN) & LAST_TURN, (int) key & LAST_TURN);
    }

    boolean isEndOfBlock() {
        return transaction == LAST_TURN && turn == LAST_TURN;
    }

    @Override
    public int compareTo(Position other) {
        return Long.compare(key(), other.key());
    }

    @Override
    public String toString() {
        return isEndOfBlock() ? Long.toString(block) : block + ":" + transaction + ":" + turn;
    }
}
