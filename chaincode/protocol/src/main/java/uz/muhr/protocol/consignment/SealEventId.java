package uz.muhr.protocol.consignment;

import uz.muhr.protocol.hash.Hex32;

/** A report's or a reading's name beside its seal: the same one sent twice is one event. */
public record SealEventId(String hex) implements Comparable<SealEventId> {
    public SealEventId {
        Hex32.check("A container seal event's id", hex);
    }

    @Override
    public int compareTo(SealEventId other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
