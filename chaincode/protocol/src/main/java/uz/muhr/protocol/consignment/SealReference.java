package uz.muhr.protocol.consignment;

import uz.muhr.protocol.hash.Hex32;

/** What stands on the ledger for a container seal. Equal seals of one consignment make the same, those of two do not. */
public record SealReference(String hex) implements Comparable<SealReference> {
    public SealReference {
        Hex32.check("A container seal's reference", hex);
    }

    @Override
    public int compareTo(SealReference other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
