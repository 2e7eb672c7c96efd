package uz.muhr.client.following;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uz.muhr.client.fabric.LedgerBlock;
import uz.muhr.client.fabric.StateWrite;

/** Blocks that no peer ever delivered, written as a follower writes them. */
public final class Written {
    private final FollowedBlocks followed;
    private final Projection projection;

    public Written(FollowedBlocks followed, Projection projection) {
        this.followed = followed;
        this.projection = projection;
    }

    /** The hash that every test's block of a number has. */
    public static String hash(long number) {
        return String.format("%064x", number + 1);
    }

    public static LedgerBlock block(long number, Instant time, List<StateWrite> writes) {
        return new LedgerBlock(number, hash(number), number == 0 ? "" : hash(number - 1), time, writes.size(), writes);
    }

    /** Empty when the block was followed before. */
    public Optional<Integer> write(LedgerBlock block) {
        return followed.write(block, projection);
    }
}
