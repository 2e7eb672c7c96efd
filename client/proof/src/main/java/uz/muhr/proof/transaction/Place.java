package uz.muhr.proof.transaction;

import java.util.Comparator;

/**
 * Where a transaction stands in the chain, which is also the version of what it wrote.
 *
 * @param index in the block, from 0
 */
public record Place(long block, long index) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparingLong(Place::block).thenComparingLong(Place::index);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
