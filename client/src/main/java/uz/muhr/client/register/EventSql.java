package uz.muhr.client.register;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.muhr.client.following.BlockMark;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.record.RecordText;

/** Reads on along the ledger. Rows appear in the order of their blocks, so whoever reads on behind the last one misses none. */
final class EventSql {
    private EventSql() {}

    /**
     * Reads a page.
     *
     * @param asOf read before: in H2 one transaction may see a later state of each table that it reads for the first time,
     *     so that rows may be newer than the mark, never older
     */
    static EventPage run(JdbcClient jdbc, Interest interest, Position after, int limit, BlockMark asOf) {
        StringBuilder conditions = new StringBuilder("written > ?");
        List<Object> values = new ArrayList<>(List.of(after.key()));
        interest.words().forEach((column, value) -> {
            conditions.append(" AND ").append(column).append(" = ?");
            values.add(value);
        });
        List<LedgerEvent> events = jdbc.sql("SELECT written, document, record FROM document_version WHERE " + conditions
                        + " ORDER BY written LIMIT " + limit)
                .params(values)
                .query((row, n) -> new LedgerEvent(
                        Position.of(row.getLong(1)),
                        new DocumentId(row.getString(2)),
                        RecordText.parse(row.getString(3))))
                .list();
        boolean full = events.size() == limit;
        Position last = events.isEmpty() ? after : events.get(events.size() - 1).position();
        return new EventPage(asOf, events, full ? last : later(last, Position.endOf(asOf.number())), full);
    }

    private static Position later(Position one, Position other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
