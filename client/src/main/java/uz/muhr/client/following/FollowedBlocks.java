package uz.muhr.client.following;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import uz.muhr.client.fabric.LedgerBlock;

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
     * Writes a block's rows and its mark, both or neither.
     *
     * @return how many rows were written; empty when another follower of this database came first
     */
    Optional<Integer> write(LedgerBlock block, Projection projection) {
        try {
            return transactions.execute(status -> {
                mark(block);
                return Optional.of(projection.write(block));
            });
        } catch (DuplicateKeyException e) {
            if (hash(block.number()).isPresent()) {
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
