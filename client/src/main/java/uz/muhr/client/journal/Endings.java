package uz.muhr.client.journal;

import static uz.muhr.client.journal.SubmittedRow.time;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes down where submissions stand after an attempt; to be called in a transaction. */
final class Endings {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final String self;

    /** @param self the process whose claims are given back */
    Endings(JdbcClient jdbc, JdbcTemplate batches, String self) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.self = self;
    }

    void settle(List<End> ends) {
        Long[] places = places(ends);
        int waited = jdbc.sql("DELETE FROM waiting WHERE place = ANY(?)")
                .param(places)
                .update();
        List<End> first = waited == places.length ? ends : withoutThoseOfOthers(ends);
        batches.batchUpdate(End.INSERT, first.stream().map(End::row).toList());
        jdbc.sql("DELETE FROM sending WHERE place = ANY(?)").param(places).update();
        Long[] refused = places(first.stream()
                .filter(end -> end.submitted().state() instanceof Submitted.Refused)
                .toList());
        if (refused.length > 0) {
            jdbc.sql("UPDATE submission SET only_one = NULL WHERE place = ANY(?)")
                    .param(refused)
                    .update();
        }
    }

    /** Another process may have taken some over and settled them meanwhile; the first end is the end. */
    private List<End> withoutThoseOfOthers(List<End> ends) {
        Set<Long> settled = jdbc.sql("SELECT place FROM ending WHERE place = ANY(?)")
                .param(places(ends))
                .query(Long.class)
                .set();
        return ends.stream().filter(end -> !settled.contains(end.place())).toList();
    }

    void putOff(List<End> ends) {
        batches.batchUpdate(
                "UPDATE waiting SET due_at = ?, attempts = ?, sentence = ?, claimed_by = NULL WHERE place = ? AND claimed_by = ?",
                ends.stream()
                        .map(end -> new @Nullable Object[] {
                            time(end.due()), end.submitted().attempts(), end.why(), end.place(), self
                        })
                        .toList());
    }

    private static Long[] places(List<End> ends) {
        return ends.stream().map(End::place).toArray(Long[]::new);
    }
}
