package uz.muhr.client.journal;

import static uz.muhr.client.journal.SubmittedRow.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    /**
     * Forgets the oldest of those that are kept no longer.
     *
     * @return whether there may be more of them
     */
    boolean forgetSome() {
        return Boolean.TRUE.equals(writing.execute(status -> {
            List<Long> old = old();
            if (!old.isEmpty()) {
                forget(old);
            }
            return old.size() == MOST_AT_ONCE;
        }));
    }

    /** Only up to the first that came later: what came later was settled later. */
    private List<Long> old() {
        Instant limit = clock.instant().minus(keep);
        return jdbc.sql("SELECT place FROM ending WHERE settled_at < ? AND place < COALESCE("
                        + "(SELECT place FROM submission WHERE id >= ? ORDER BY id FETCH FIRST 1 ROW ONLY), "
                        + Long.MAX_VALUE
                        + ") AND EXISTS (SELECT 1 FROM submission WHERE submission.place = ending.place AND signer = ?)"
                        + " ORDER BY place FETCH FIRST " + MOST_AT_ONCE + " ROWS ONLY FOR UPDATE SKIP LOCKED")
                .params(time(limit), SubmissionId.firstOf(limit).uuid(), signer)
                .query(Long.class)
                .list();
    }

    private void forget(List<Long> old) {
        for (String table : List.of(
                "idempotency_key WHERE id IN (SELECT id FROM submission WHERE place IN (:places))",
                "submission WHERE place IN (:places)",
                "ending WHERE place IN (:places)")) {
            jdbc.sql("DELETE FROM " + table).param("places", old).update();
        }
    }
}
