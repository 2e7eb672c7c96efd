package uz.muhr.protocol.identifier;

import uz.muhr.protocol.hash.DomainHash;
import uz.muhr.protocol.hash.Hex32;

/** A document's name on the ledger. It holds the issuer, so nobody can take a number in another issuer's name. */
public record DocumentId(String hex) implements Comparable<DocumentId> {
    public DocumentId {
        Hex32.check("A document's id", hex);
    }

    public static DocumentId of(MspId issuer, TypeCode type, NumberDigest number) {
        return new DocumentId(
                DomainHash.of("muhr/document-id/1", issuer.bytes(), type.bytes(), Hex32.bytes(number.hex())));
    }

    @Override
    public int compareTo(DocumentId other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
