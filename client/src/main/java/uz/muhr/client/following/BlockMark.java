package uz.muhr.client.following;

import java.time.Instant;
import uz.muhr.client.fabric.LedgerBlock;

/**
 * How far the ledger was followed.
 *
 * @param number of the last block whose rows are in the database
 * @param hash of its header, 64 hexadecimal digits
 * @param time the latest time that one of its transactions claims
 */
public record BlockMark(long number, String hash, Instant time) {
    static BlockMark of(LedgerBlock block) {
        return new BlockMark(block.number(), block.hash(), block.time());
    }
}
