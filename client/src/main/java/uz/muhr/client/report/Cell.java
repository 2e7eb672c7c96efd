package uz.muhr.client.report;

import java.util.List;

/**
 * A part of a row, with texts one below the other.
 *
 * @param share of the row's width, from 0 to 1
 */
record Cell(float share, List<Text> texts) {
    Cell {
        texts = List.copyOf(texts);
    }

    static Cell of(float share, Text... texts) {
        return new Cell(share, List.of(texts));
    }
}
