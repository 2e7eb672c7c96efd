package uz.muhr.protocol.identifier;

import uz.muhr.protocol.hash.Hex32;

/** A proposal's name on the ledger: the hash of what it says, so whoever approves it approves exactly that. */
public record ProposalId(String hex) implements Comparable<ProposalId> {
    public ProposalId {
        Hex32.check("A proposal's id", hex);
    }

    @Override
    public int compareTo(ProposalId other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
