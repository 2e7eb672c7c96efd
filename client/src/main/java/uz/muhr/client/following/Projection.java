package uz.muhr.client.following;

import java.util.List;
import uz.muhr.client.fabric.LedgerBlock;

/** What somebody makes of blocks, in the database transaction that also marks them as followed. */
@FunctionalInterface
public interface Projection {
    /**
     * Writes the blocks' rows. Called for each block once, in order; if the transaction fails, once more.
     *
     * @return how many rows were written
     */
    int write(List<LedgerBlock> blocks);
}
