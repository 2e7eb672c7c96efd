package uz.muhr.client.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.muhr.client.following.BlockMark;
import uz.muhr.client.register.FoundPage.AtCustoms;
import uz.muhr.client.register.FoundPage.FoundDocument;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.NumberDigest;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.quantity.Amount;
import uz.muhr.protocol.record.RecordText;

/** A search as one statement. The place of a document never changes, so a page goes on where the one before ended. */
final class SearchSql {
    private static final int INSTEAD_OF_NONE = 1;

    private final JdbcClient jdbc;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    private SearchSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(long place, FoundDocument found) {}

    static FoundPage run(JdbcClient jdbc, Search search, BlockMark asOf) {
        SearchSql statement = new SearchSql(jdbc);
        statement.add(search);
        return statement.page(search, asOf);
    }

    static boolean findsMoreThan(JdbcClient jdbc, Search search, int most) {
        SearchSql statement = new SearchSql(jdbc);
        statement.add(search);
        return statement.findsMoreThan(most);
    }

    private boolean findsMoreThan(int most) {
        return jdbc.sql("SELECT COUNT(*) FROM (SELECT 1 FROM document_version WHERE " + String.join(" AND ", conditions)
                                + " LIMIT " + (most + 1) + ") AS found")
                        .params(values)
                        .query(Long.class)
                        .single()
                > most;
    }

    private void add(Search search) {
        search.validAt().ifPresentOrElse(time -> addStoodAt(UtcTime.of(time)), () -> add("replaced_at IS NULL"));
        search.type().ifPresent(type -> add("type = ?", type.value()));
        search.issuer().ifPresent(issuer -> add("issuer = ?", issuer.value()));
        search.status().ifPresent(status -> add("status = ?", status.name()));
        search.number().ifPresent(this::addNumber);
        search.commitment()
                .ifPresent(hex -> add("document IN (SELECT document FROM document_version WHERE commitment = ?)", hex));
        search.anchoredFrom().ifPresent(time -> add("anchored_at >= ?", UtcTime.of(time)));
        search.anchoredUntil().ifPresent(time -> add("anchored_at <= ?", UtcTime.of(time)));
        search.after().ifPresent(place -> add("place < ?", place.key()));
    }

    private void addStoodAt(LocalDateTime time) {
        add("changed_at <= ? AND (replaced_at IS NULL OR replaced_at > ?)", time, time);
        add("(valid_from IS NULL OR valid_from <= ?) AND (valid_until IS NULL OR valid_until >= ?)", time, time);
    }

    private static String atCustoms(String column) {
        return "(SELECT " + column + " FROM customs_state WHERE customs_state.document = document_version.document)";
    }

    private static AtCustoms customs(ResultSet row) throws SQLException {
        return new AtCustoms(Optional.ofNullable(row.getString(5)).map(Amount::parse), row.getBoolean(6));
    }

    /** A document's id is made of issuer, type and number: there is one for each pair that was ever issued. */
    private void addNumber(NumberDigest number) {
        List<String> ids = jdbc.sql("SELECT issuer, type FROM issued_type")
                .query((row, n) -> DocumentId.of(new MspId(row.getString(1)), new TypeCode(row.getString(2)), number)
                        .hex())
                .list();
        String places = String.join(", ", Collections.nCopies(Math.max(INSTEAD_OF_NONE, ids.size()), "?"));
        add("document IN (" + places + ")", ids.isEmpty() ? new Object[] {""} : ids.toArray());
    }

    private void add(String condition, Object... parameters) {
        conditions.add(condition);
        values.addAll(List.of(parameters));
    }

    private FoundPage page(Search search, BlockMark asOf) {
        int limit = search.limit();
        boolean present = search.validAt().isEmpty();
        // One more than the page holds tells whether there is another page.
        List<Row> rows = jdbc.sql("SELECT place, document, written, record, "
                        + atCustoms("drawn") + ", " + atCustoms("held") + " FROM document_version WHERE "
                        + String.join(" AND ", conditions) + " ORDER BY place DESC LIMIT " + (limit + 1))
                .params(values)
                .query((row, n) -> new Row(
                        row.getLong(1),
                        new FoundDocument(
                                new DocumentId(row.getString(2)),
                                RecordText.parse(row.getString(4)),
                                Position.of(row.getLong(3)).block(),
                                present ? Optional.of(customs(row)) : Optional.empty())))
                .list();
        boolean more = rows.size() > limit;
        List<Row> page = more ? rows.subList(0, limit) : rows;
        return new FoundPage(
                asOf,
                page.stream().map(Row::found).toList(),
                more ? Optional.of(Position.of(page.get(limit - 1).place())) : Optional.empty());
    }
}
