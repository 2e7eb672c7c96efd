package uz.muhr.client.following;

import java.util.Optional;
import uz.muhr.client.fabric.LedgerBlock;

/** Holds what a peer delivers against what was followed: the same blocks again, then the next ones, and nothing else. */
final class Chain {
    private final FollowedBlocks followed;
    private final String peer;
    private long due;
    private Optional<LedgerBlock> last = Optional.empty();

    /**
     * Expects a peer's blocks.
     *
     * @param first the number of the first one that it will deliver
     */
    Chain(FollowedBlocks followed, String peer, long first) {
        this.followed = followed;
        this.peer = peer;
        this.due = first;
    }

    /**
     * Whether a delivered block is new.
     *
     * @throws ForeignLedgerException when it is another one than was followed, does not continue it, or leaves a gap
     */
    boolean isNew(LedgerBlock block) {
        if (block.number() != due) {
            throw ForeignLedgerException.gap(peer, due, block.number());
        }
        due++;
        Optional<LedgerBlock> before = last;
        last = Optional.of(block);
        Optional<String> known = followed.hash(block.number());
        if (known.isPresent()) {
            if (!known.get().equals(block.hash())) {
                throw ForeignLedgerException.at(peer, block.number());
            }
            return false;
        }
        if (!block.previousHash().equals(before.map(LedgerBlock::hash).orElseGet(() -> previous(block.number())))) {
            throw ForeignLedgerException.at(peer, block.number());
        }
        return true;
    }

    private String previous(long number) {
        return number == 0
                ? ""
                : followed.hash(number - 1).orElseThrow(() -> ForeignLedgerException.gap(peer, number - 1, number));
    }
}
