package uz.muhr.client.register;

import org.jspecify.annotations.Nullable;
import uz.muhr.client.fabric.LedgerBlock;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** A block with something in it that this version cannot read: nothing after it is followed. */
final class UnreadableBlock {
    private UnreadableBlock() {}

    /** The refusal to follow it. */
    static Refusal because(LedgerBlock block, String fault, @Nullable Refusal cause) {
        String sentence = "Block " + block.number() + " holds what this version cannot read, and nothing after it is"
                + " followed: " + fault + ". Install the version that the network uses.";
        return cause == null
                ? new Refusal(ErrorCode.CORRUPT_RECORD, sentence)
                : new Refusal(ErrorCode.CORRUPT_RECORD, sentence, cause);
    }
}
