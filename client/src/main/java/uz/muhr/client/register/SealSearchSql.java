package uz.muhr.client.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.muhr.client.following.BlockMark;
import uz.muhr.client.register.FoundSeals.FoundSeal;
import uz.muhr.protocol.integrity.SealVerdict;
import uz.muhr.protocol.seal.SealRecord;

/** A search for container seals as one statement. The place of a seal never changes. */
final class SealSearchSql {
    private SealSearchSql() {}

    private record Row(long place, FoundSeal found) {}

    static FoundSeals run(JdbcClient jdbc, SealSearch search, BlockMark asOf) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        List<Object> values = new ArrayList<>();
        add(conditions, values, "consignment = ?", search.consignment().map(id -> id.hex()));
        add(conditions, values, "state = ?", search.state().map(Enum::name));
        add(conditions, values, "holder = ?", search.holder().map(msp -> msp.value()));
        add(conditions, values, "verdict = ?", search.verdict().map(Enum::name));
        add(conditions, values, "place < ?", search.after().map(Position::key));
        // One more than the page holds tells whether there is another page.
        List<Row> rows = jdbc.sql("SELECT place, record, verdict FROM container_seal WHERE "
                        + String.join(" AND ", conditions) + " ORDER BY place DESC LIMIT " + (search.limit() + 1))
                .params(values)
                .query((row, n) -> new Row(
                        row.getLong(1),
                        new FoundSeal(
                                SealRecord.parse(Objects.requireNonNull(row.getString(2))),
                                SealVerdict.valueOf(Objects.requireNonNull(row.getString(3))))))
                .list();
        boolean more = rows.size() > search.limit();
        List<Row> page = more ? rows.subList(0, search.limit()) : rows;
        return new FoundSeals(
                asOf,
                page.stream().map(Row::found).toList(),
                more ? Optional.of(Position.of(page.get(search.limit() - 1).place())) : Optional.empty());
    }

    private static void add(List<String> conditions, List<Object> values, String condition, Optional<?> value) {
        value.ifPresent(found -> {
            conditions.add(condition);
            values.add(found);
        });
    }
}
