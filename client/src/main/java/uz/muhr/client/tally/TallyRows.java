package uz.muhr.client.tally;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.muhr.client.tally.TallyView.TallyOfADay;

/** The counts in the database. The processes that share it add to each other's. */
final class TallyRows {
    // Quoted, since the databases do not agree on the case of a name that is not.
    private static final String TABLE = "\"muhr_tally\".tally";

    private TallyRows() {}

    static void add(JdbcClient jdbc, Map<Tally, Long> counted) {
        counted.forEach((tally, times) -> {
            if (raise(jdbc, tally, times) == 0) {
                jdbc.sql("INSERT INTO " + TABLE + " (counted_on, kind, code, times) VALUES (?, ?, ?, ?)")
                        .params(tally.day(), tally.kind().name(), tally.code(), times)
                        .update();
            }
        });
    }

    private static int raise(JdbcClient jdbc, Tally tally, long times) {
        return jdbc.sql("UPDATE " + TABLE + " SET times = times + ? WHERE counted_on = ? AND kind = ? AND code = ?")
                .params(times, tally.day(), tally.kind().name(), tally.code())
                .update();
    }

    static TallyView counted(JdbcClient jdbc, TallyQuestion question) {
        return new TallyView(
                question.first().toString(),
                question.last().toString(),
                jdbc.sql("SELECT counted_on, kind, code, times FROM " + TABLE
                                + " WHERE counted_on BETWEEN ? AND ? ORDER BY counted_on DESC, kind, code")
                        .params(question.first(), question.last())
                        .query((row, n) -> new TallyOfADay(
                                row.getObject(1, LocalDate.class).toString(),
                                row.getString(2),
                                row.getString(3),
                                row.getLong(4)))
                        .list());
    }
}
