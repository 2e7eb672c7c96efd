package uz.muhr.protocol.identifier;

import uz.muhr.protocol.hash.Hex32;

/** The hash of a document's number: what the ledger knows of it. */
public record NumberDigest(String hex) {
    public NumberDigest {
        Hex32.check("The digest of a number", hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
