package uz.muhr.client.web.table;

import org.jspecify.annotations.Nullable;

/**
 * One column of a table.
 *
 * @param name in the header
 */
record Column<T>(String name, Cell<T> cell) {
    /** What stands in it. */
    interface Cell<T> {
        /** A text, a number, or nothing. */
        @Nullable
        Object of(T row);
    }
}
