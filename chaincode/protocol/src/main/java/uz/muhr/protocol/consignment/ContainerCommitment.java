package uz.muhr.protocol.consignment;

import uz.muhr.protocol.hash.Hex32;

/** What stands on the ledger for a container. One container of two consignments makes two. */
public record ContainerCommitment(String hex) implements Comparable<ContainerCommitment> {
    public ContainerCommitment {
        Hex32.check("The commitment to a container", hex);
    }

    @Override
    public int compareTo(ContainerCommitment other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
