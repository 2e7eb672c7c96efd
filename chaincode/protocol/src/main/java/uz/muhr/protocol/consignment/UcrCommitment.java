package uz.muhr.protocol.consignment;

import uz.muhr.protocol.hash.Hex32;

/** What stands on the ledger for a unique consignment reference. */
public record UcrCommitment(String hex) {
    public UcrCommitment {
        Hex32.check("The commitment to a unique consignment reference", hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
