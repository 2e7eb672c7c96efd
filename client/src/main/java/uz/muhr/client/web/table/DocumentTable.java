package uz.muhr.client.web.table;

import java.util.List;
import uz.muhr.client.register.Register;
import uz.muhr.client.register.RegisterView.Found;
import uz.muhr.client.register.Search;
import uz.muhr.client.web.problem.ProblemCode;
import uz.muhr.client.web.problem.RefusedRequest;

/** All documents that a search finds, with what their current records say. */
public final class DocumentTable {
    /** A table of more could be opened by few spreadsheets, and would keep a connection for long. */
    public static final int MOST = 100_000;

    private static final List<Column<Found>> COLUMNS = List.of(
            new Column<>("document", found -> found.record().document()),
            new Column<>("issuer", found -> found.record().issuer()),
            new Column<>("type", found -> found.record().type()),
            new Column<>("typeName", found -> found.record().typeName()),
            new Column<>("status", found -> found.record().status()),
            new Column<>("reason", found -> found.record().reason()),
            new Column<>("validFrom", found -> found.record().validFrom()),
            new Column<>("validUntil", found -> found.record().validUntil()),
            new Column<>("quantity", found -> found.record().quantity()),
            new Column<>("unit", found -> found.record().unit()),
            new Column<>("drawn", Found::drawn),
            new Column<>("held", Found::held),
            new Column<>("replaces", found -> found.record().replaces()),
            new Column<>("replacedBy", found -> found.record().replacedBy()),
            new Column<>("version", found -> found.record().sequence()),
            new Column<>("anchored", found -> found.record().anchored().time()),
            new Column<>("anchoredIn", found -> found.record().anchored().transaction()),
            new Column<>("changed", found -> found.record().changed().time()),
            new Column<>("changedBy", found -> found.record().changed().organisation()),
            new Column<>("changedIn", found -> found.record().changed().transaction()),
            new Column<>("block", Found::block),
            new Column<>("kind", found -> found.record().kind()),
            new Column<>("commitment", found -> found.record().commitment()));

    private DocumentTable() {}

    /**
     * They, newest first.
     *
     * @throws RefusedRequest TOO_MANY_ROWS
     * @throws uz.muhr.client.register.RegisterUnavailableException when the register cannot be asked
     */
    public static Table<Found> of(Register register, Search search) {
        if (register.findsMoreThan(search, MOST)) {
            throw new RefusedRequest(
                    ProblemCode.TOO_MANY_ROWS,
                    "A table has at most " + MOST + " documents, and more are found. Narrow the search, for example to"
                            + " a shorter time of anchoring, and export the parts.");
        }
        return Table.of("muhr-documents.csv", register.asOf().number(), COLUMNS, new DocumentPages(register, search));
    }
}
