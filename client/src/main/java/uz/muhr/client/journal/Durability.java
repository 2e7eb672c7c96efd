package uz.muhr.client.journal;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes what was committed survive the process and the power. PostgreSQL does so by itself; H2 writes behind, up to half a
 * second later, unless it is told. Those who ask at the same time share one write.
 */
final class Durability {
    private final JdbcClient jdbc;
    private final boolean writesBehind;
    private final AtomicLong asked = new AtomicLong();
    private long written;

    Durability(JdbcClient jdbc, boolean writesBehind) {
        this.jdbc = jdbc;
        this.writesBehind = writesBehind;
    }

    /** Returns once all that was committed before is on the disk. */
    void force() {
        if (writesBehind) {
            force(asked.incrementAndGet());
        }
    }

    private synchronized void force(long turn) {
        if (written < turn) {
            long upTo = asked.get();
            jdbc.sql("CHECKPOINT SYNC").update();
            written = upTo;
        }
    }
}
