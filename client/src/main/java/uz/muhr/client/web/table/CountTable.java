package uz.muhr.client.web.table;

import java.util.List;
import uz.muhr.client.register.DailyCounts;
import uz.muhr.client.register.DailyCounts.DailyCount;

/** How many documents were anchored, by day and issuer. */
public final class CountTable {
    private static final List<Column<DailyCount>> COLUMNS = List.of(
            new Column<>("day", count -> count.on().toString()),
            new Column<>("issuer", count -> count.issuer().value()),
            new Column<>("documents", DailyCount::documents));

    private CountTable() {}

    public static Table<DailyCount> of(DailyCounts counts) {
        return Table.of(
                "muhr-anchored.csv",
                counts.asOf().number(),
                COLUMNS,
                List.of(counts.counts()).iterator());
    }
}
