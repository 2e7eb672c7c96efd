package uz.muhr.client.following;

import java.time.Instant;
import java.util.ArrayList;
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

    /** How many rows were made of a block; empty when it was followed before. */
    public Optional<Integer> write(LedgerBlock block) {
        return write(List.of(block)).get(0);
    }

    /** The same for blocks that arrived together: one answer where they were written together, otherwise one for each. */
    public List<Optional<Integer>> write(List<LedgerBlock> blocks) {
        List<Optional<Integer>> answers = new ArrayList<>();
        followed.write(blocks, projection, new FollowedBlocks.Outcome() {
            @Override
            public void wrote(List<LedgerBlock> those, int rows) {
                answers.add(Optional.of(rows));
            }

            @Override
            public void knew(LedgerBlock block) {
                answers.add(Optional.empty());
            }
        });
        return answers;
    }
}
