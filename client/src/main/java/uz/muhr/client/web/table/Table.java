package uz.muhr.client.web.table;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

/** A table that is ready to be written; never more of it than a page is in memory. */
public final class Table<T> {
    private final String file;
    private final long block;
    private final List<Column<T>> columns;
    private final List<T> first;
    private final Iterator<List<T>> following;

    private Table(String file, long block, List<Column<T>> columns, List<T> first, Iterator<List<T>> following) {
        this.file = file;
        this.block = block;
        this.columns = columns;
        this.first = first;
        this.following = following;
    }

    /**
     * Asks for the first page: what goes wrong so far can be said before anything is written.
     *
     * @param file the name that it is kept under
     * @param block as of which it begins
     * @param pages of rows; at least one
     */
    static <T> Table<T> of(String file, long block, List<Column<T>> columns, Iterator<List<T>> pages) {
        return new Table<>(file, block, columns, pages.next(), pages);
    }

    /** The name that it is kept under. */
    public String file() {
        return file;
    }

    /** The last block in the register when it was begun. */
    public long block() {
        return block;
    }

    /**
     * Writes it to its end, once.
     *
     * @throws CutShortException when a page could not be had
     */
    public void write(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        Csv<T> csv = Csv.begin(writer, columns);
        write(csv, first);
        while (following.hasNext()) {
            writer.flush();
            write(csv, next());
        }
        writer.flush();
    }

    private static <T> void write(Csv<T> csv, List<T> page) throws IOException {
        for (T row : page) {
            csv.row(row);
        }
    }

    private List<T> next() {
        try {
            return following.next();
        } catch (RuntimeException e) {
            throw new CutShortException(e);
        }
    }
}
