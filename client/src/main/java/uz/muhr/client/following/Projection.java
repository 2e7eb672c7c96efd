package uz.muhr.client.following;

import uz.muhr.client.fabric.LedgerBlock;

/** What somebody makes of each block, in the database transaction that also marks the block as followed. */
@FunctionalInterface
public interface Projection {
    /**
     * Writes the block's rows. Called for each block once, in order; if the transaction fails, once more.
     *
     * @return how many rows were written
     */
    int write(LedgerBlock block);
}
