package uz.muhr.client.following;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import uz.muhr.client.fabric.LedgerBlock;
import uz.muhr.protocol.refusal.Refusal;

/**
 * The blocks that were followed, one row each, in the database of the rows that were made of them. The row's key is the
 * block's number, so that of several followers of one database each block is written by one.
 */
public final class FollowedBlocks {
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    public FollowedBlocks(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** What became of blocks, told once they are in the database. */
    interface Outcome {
        void wrote(List<LedgerBlock> blocks, int rows);

        /** Another follower of this database came first. */
        void knew(LedgerBlock block);
    }

    /** The last one; empty when none was followed yet. */
    public Optional<BlockMark> last() {
        return jdbc.sql("SELECT number, hash, newest_at FROM followed_block ORDER BY number DESC LIMIT 1")
                .query((row, n) -> new BlockMark(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                .optional();
    }

    /** The hash of a block's header; empty when it was not followed yet. */
    Optional<String> hash(long number) {
        return jdbc.sql("SELECT hash FROM followed_block WHERE number = ?")
                .param(number)
                .query(String.class)
                .optional();
    }

    /**
     * Writes the rows of blocks that follow one another, and their marks: of several together where that is possible, which
     * is faster; where it is not, of each for itself, so that as many as can be are written.
     *
     * @throws Refusal when the projection cannot use a block; all before it are written
     */
    void write(List<LedgerBlock> blocks, Projection projection, Outcome outcome) {
        Optional<Integer> rows = Optional.empty();
        try {
            rows = writeTogether(blocks, projection);
        } catch (Refusal e) {
            if (blocks.size() == 1) {
                throw e;
            }
        }
        if (rows.isPresent()) {
            outcome.wrote(blocks, rows.get());
        } else if (blocks.size() == 1) {
            outcome.knew(blocks.get(0));
        } else {
            blocks.forEach(block -> write(List.of(block), projection, outcome));
        }
    }

    /** All of it or nothing; empty when another follower of this database came first with one of the blocks. */
    private Optional<Integer> writeTogether(List<LedgerBlock> blocks, Projection projection) {
        try {
            return transactions.execute(status -> {
                blocks.forEach(this::mark);
                return Optional.of(projection.write(blocks));
            });
        } catch (DuplicateKeyException e) {
            if (blocks.stream().anyMatch(block -> hash(block.number()).isPresent())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void mark(LedgerBlock block) {
        jdbc.sql("INSERT INTO followed_block (number, hash, newest_at, transactions) VALUES (?, ?, ?, ?)")
                .param(block.number())
                .param(block.hash())
                .param(LocalDateTime.ofInstant(block.time(), ZoneOffset.UTC))
                .param(block.transactions())
                .update();
    }
}
