package uz.muhr.protocol.consignment;

import uz.muhr.protocol.hash.Hex32;

/** A consignment's name on the ledger: only whoever has its secret can make it. */
public record ConsignmentId(String hex) implements Comparable<ConsignmentId> {
    public ConsignmentId {
        Hex32.check("A consignment's id", hex);
    }

    @Override
    public int compareTo(ConsignmentId other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
