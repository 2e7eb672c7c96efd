package uz.muhr.client.fabric;

import java.time.Instant;
import java.util.List;

/**
 * A block of the channel, as far as we read it.
 *
 * @param number from 0, without a gap
 * @param hash of its header, 64 hexadecimal digits; the next block names it
 * @param previousHash the hash of the block before; empty for block 0
 * @param time the latest time that one of its transactions claims
 * @param transactions how many it holds, valid or not
 * @param writes what its valid transactions wrote under our chaincode's name, in their order
 */
public record LedgerBlock(
        long number, String hash, String previousHash, Instant time, int transactions, List<StateWrite> writes) {
    public LedgerBlock {
        writes = List.copyOf(writes);
    }
}
