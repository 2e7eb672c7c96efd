package uz.muhr.protocol.consignment;

import uz.muhr.protocol.hash.Hex32;

/** A container seal under its affixing organisation's {@link RegistryKey}: the same in every consignment of that organisation. */
public record SealTag(String hex) implements Comparable<SealTag> {
    public SealTag {
        Hex32.check("A container seal's tag", hex);
    }

    @Override
    public int compareTo(SealTag other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
