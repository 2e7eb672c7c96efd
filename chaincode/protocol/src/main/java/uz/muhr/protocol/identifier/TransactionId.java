package uz.muhr.protocol.identifier;

import uz.muhr.protocol.hash.Hex32;

/** Fabric's id of a transaction: SHA-256 of nonce and creator. */
public record TransactionId(String hex) {
    public TransactionId {
        Hex32.check("A transaction's id", hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
