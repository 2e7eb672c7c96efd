package uz.muhr.client.journal;

import static uz.muhr.client.journal.SubmittedRow.time;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forgets submissions that were settled long ago, with the keys that stood for them: some at a time, so that nothing waits
 * for it. What is not settled stays, however old it is.
 */
final class Retention {
    /** More than a second brings, at the pace of {@link Forgetting}. */
    static final int MOST_AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate writing;
    private final String signer;
    private final Duration keep;
    private final Clock clock;

    Retention(JdbcClient jdbc, TransactionTemplate writing, String signer, Duration keep, Clock clock) {
        this.jdbc = jdbc;
        this.writing = writing;
        this.signer = signer;
        this.keep = keep;
        this.clock = clock;
    }

    private record Old(long place, String id) {}

    /**
     * Forgets the oldest of those that are kept no longer.
     *
     * @return whether there may be more of them
     */
    boolean forgetSome() {
        return Boolean.TRUE.equals(writing.execute(status -> {
            List<Old> old = old();
            if (!old.isEmpty()) {
                forget(old);
            }
            return old.size() == MOST_AT_ONCE;
        }));
    }

    /** Only what is settled has a time of that. */
    private List<Old> old() {
        return jdbc.sql("SELECT place, id FROM submission WHERE signer = ? AND settled_at < ? ORDER BY settled_at"
                        + " FETCH FIRST " + MOST_AT_ONCE + " ROWS ONLY FOR UPDATE SKIP LOCKED")
                .params(signer, time(clock.instant().minus(keep)))
                .query((row, n) -> new Old(row.getLong(1), row.getString(2)))
                .list();
    }

    private void forget(List<Old> old) {
        jdbc.sql("DELETE FROM idempotency_key WHERE id IN (:ids)")
                .param("ids", old.stream().map(Old::id).toList())
                .update();
        jdbc.sql("DELETE FROM submission WHERE place IN (:places)")
                .param("places", old.stream().map(Old::place).toList())
                .update();
    }
}
