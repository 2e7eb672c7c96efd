package uz.muhr.protocol.consignment;

import uz.muhr.protocol.hash.Hex32;

/** What stands on the ledger for a document of a consignment, so that nobody else sees which it is. */
public record ConsignedDocument(String hex) implements Comparable<ConsignedDocument> {
    public ConsignedDocument {
        Hex32.check("The commitment to a consigned document", hex);
    }

    @Override
    public int compareTo(ConsignedDocument other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
