package uz.muhr.client.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
        StringBuilder conditions = new StringBuilder();
        List<Object> values = new ArrayList<>(List.of(after.key()));
        interest.documentWords().forEach((column, value) -> {
            conditions.append(" AND v.").append(column).append(" = ?");
            values.add(value);
        });
        List<Object> both = new ArrayList<>(values);
        both.addAll(values);
        return jdbc.sql(statement(conditions.toString(), limit))
                .params(both)
                .query((row, n) -> (LedgerEvent) new LedgerEvent.OfDocument(
                        Position.of(row.getLong(1)),
                        new DocumentId(row.getString(2)),
                        RecordText.parse(row.getString(3)),
                        act(row)))
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

    private static Optional<CustomsAct> act(ResultSet row) throws SQLException {
        String content = row.getString(5);
        return Optional.ofNullable(row.getString(4)).map(kind -> CustomsRows.act(kind, content));
    }

    /** Each half is a page by itself, so that neither is read to its end. */
    private static String statement(String conditions, int limit) {
        String order = " ORDER BY written LIMIT " + limit;
        String versions =
                "SELECT v.written AS written, v.document, v.record, CAST(NULL AS VARCHAR(1)) AS kind, CAST(NULL AS VARCHAR) AS content"
                        + " FROM document_version v WHERE v.written > ?" + conditions + order;
        String acts = "SELECT a.written AS written, a.document, v.record, a.kind, a.content FROM customs_act a"
                + " JOIN document_version v ON v.document = a.document AND v.sequence = a.sequence"
                + " WHERE a.written > ?" + conditions + order;
        return "SELECT written, document, record, kind, content FROM ((" + versions + ") UNION ALL (" + acts
                + ")) AS event" + order;
    }

    private static Position later(Position one, Position other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
