package uz.muhr.client.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.muhr.client.following.BlockMark;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.record.RecordText;
import uz.muhr.protocol.seal.SealEvent;

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
        List<LedgerEvent> found = new ArrayList<>();
        if (interest.documents()) {
            found.addAll(documents(jdbc, interest, after, limit));
        }
        if (interest.seals()) {
            found.addAll(seals(jdbc, interest, after, limit));
        }
        List<LedgerEvent> events = found.stream()
                .sorted(Comparator.comparing(LedgerEvent::position))
                .limit(limit)
                .toList();
        boolean full = events.size() == limit;
        Position last = events.isEmpty() ? after : events.get(events.size() - 1).position();
        return new EventPage(asOf, events, full ? last : later(last, Position.endOf(asOf.number())), full);
    }

    private static List<LedgerEvent> documents(JdbcClient jdbc, Interest interest, Position after, int limit) {
        StringBuilder conditions = new StringBuilder("written > ?");
        List<Object> values = new ArrayList<>(List.of(after.key()));
        interest.documentWords().forEach((column, value) -> {
            conditions.append(" AND ").append(column).append(" = ?");
            values.add(value);
        });
        return jdbc.sql("SELECT written, document, record FROM document_version WHERE " + conditions
                        + " ORDER BY written LIMIT " + limit)
                .params(values)
                .query((row, n) -> (LedgerEvent) new LedgerEvent.OfDocument(
                        Position.of(row.getLong(1)),
                        new DocumentId(row.getString(2)),
                        RecordText.parse(row.getString(3))))
                .list();
    }

    private static List<LedgerEvent> seals(JdbcClient jdbc, Interest interest, Position after, int limit) {
        List<Object> values = new ArrayList<>(List.of(after.key()));
        interest.consignment().ifPresent(consignment -> values.add(consignment.hex()));
        return jdbc.sql("SELECT written, event FROM seal_event WHERE telling AND written > ?"
                        + (interest.consignment().isPresent() ? " AND consignment = ?" : "")
                        + " ORDER BY written LIMIT " + limit)
                .params(values)
                .query((row, n) -> (LedgerEvent)
                        new LedgerEvent.OfSeal(Position.of(row.getLong(1)), SealEvent.parse(row.getString(2))))
                .list();
    }

    private static Position later(Position one, Position other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
