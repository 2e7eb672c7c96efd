package uz.muhr.client.web.table;

import java.util.List;
import uz.muhr.client.tally.TallyView;
import uz.muhr.client.tally.TallyView.TallyOfADay;

/** Verdicts and refusals of this client, by day and code. */
public final class TallyTable {
    private static final List<Column<TallyOfADay>> COLUMNS = List.of(
            new Column<>("day", TallyOfADay::day),
            new Column<>("kind", TallyOfADay::kind),
            new Column<>("code", TallyOfADay::code),
            new Column<>("times", TallyOfADay::times));

    private TallyTable() {}

    /**
     * The counts as a table.
     *
     * @param block the last one in the register
     */
    public static Table<TallyOfADay> of(TallyView tallies, long block) {
        return Table.of(
                "muhr-verdicts.csv", block, COLUMNS, List.of(tallies.tallies()).iterator());
    }
}
