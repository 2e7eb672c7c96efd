package uz.muhr.client.following;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a follower stands.
 *
 * @param last the last block it knows to be in the database
 * @param height how many blocks the peer had when it was last asked, or has shown since
 * @param peer host and port of the peer it reads from, or tried last
 * @param fault why nothing is read at this moment, in one sentence
 * @param blocks how many it has written since it started
 * @param rows how many rows it has written since it started
 */
public record FollowingState(
        Optional<BlockMark> last, long height, String peer, Optional<String> fault, long blocks, long rows) {
    /** Of a follower that has not begun. */
    public static FollowingState notYet(String fault) {
        return new FollowingState(Optional.empty(), 0, "", Optional.of(fault), 0, 0);
    }

    /** How far behind the ledger a database is whose last block is this one. */
    public Lag lag(BlockMark mark, Instant now) {
        return Lag.of(height, mark, now);
    }

    FollowingState at(Optional<BlockMark> mark) {
        return new FollowingState(mark, height, peer, fault, blocks, rows);
    }

    FollowingState trying(String address) {
        return new FollowingState(last, height, address, fault, blocks, rows);
    }

    FollowingState connected(long itsHeight) {
        return new FollowingState(last, itsHeight, peer, Optional.empty(), blocks, rows);
    }

    FollowingState failed(String sentence) {
        return new FollowingState(last, height, peer, Optional.of(sentence), blocks, rows);
    }

    /** A block that is in the database, whoever wrote it. */
    FollowingState knows(BlockMark mark) {
        boolean newer = last.isEmpty() || last.get().number() < mark.number();
        return new FollowingState(
                newer ? Optional.of(mark) : last, Math.max(height, mark.number() + 1), peer, fault, blocks, rows);
    }

    FollowingState wrote(BlockMark mark, int newBlocks, int newRows) {
        return new FollowingState(
                Optional.of(mark),
                Math.max(height, mark.number() + 1),
                peer,
                fault,
                blocks + newBlocks,
                rows + newRows);
    }

    boolean isLevel() {
        return last.isPresent() && last.get().number() >= height - 1;
    }
}
