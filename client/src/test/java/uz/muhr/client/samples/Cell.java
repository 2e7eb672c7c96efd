package uz.muhr.client.samples;

import java.util.List;

/**
 * A ruled box of a form.
 *
 * @param share how much of the row's width it takes, from 0 to 1
 * @param label the small heading in its upper left corner, empty for none
 * @param lines what is filled in
 */
record Cell(float share, String label, List<Line> lines) {
    static Cell of(double share, String label, Line... lines) {
        return new Cell((float) share, label, List.of(lines));
    }
}
