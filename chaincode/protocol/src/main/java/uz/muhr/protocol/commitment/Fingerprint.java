package uz.muhr.protocol.commitment;

import uz.muhr.protocol.hash.Hex32;

/** The SHA-256 of a file's bytes. It never goes on the ledger as it is. */
public record Fingerprint(String hex) {
    public Fingerprint {
        Hex32.check("A file's fingerprint", hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
