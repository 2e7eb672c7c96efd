package uz.muhr.protocol.consignment;

import uz.muhr.protocol.hash.Hex32;

/** What stands on the ledger for an organisation's {@link RegistryKey}. */
public record RegistryKeyHash(String hex) implements Comparable<RegistryKeyHash> {
    public RegistryKeyHash {
        Hex32.check("The hash of a registry key", hex);
    }

    @Override
    public int compareTo(RegistryKeyHash other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
