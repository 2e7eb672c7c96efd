package uz.muhr.protocol.consignment;

import uz.muhr.protocol.hash.Hex32;

/** What stands on the ledger for a place, which would show a route. */
public record PlaceCommitment(String hex) {
    public PlaceCommitment {
        Hex32.check("The commitment to a place", hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
