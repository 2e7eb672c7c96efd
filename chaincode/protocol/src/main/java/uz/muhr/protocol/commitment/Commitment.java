package uz.muhr.protocol.commitment;

import uz.muhr.protocol.hash.DomainHash;
import uz.muhr.protocol.hash.Hex32;

/** What stands on the ledger for a document's content: 64 hexadecimal digits and how they were made. */
public record Commitment(CommitmentKind kind, String hex) {
    private static final String DOMAIN = "muhr/document/1";

    public Commitment {
        Hex32.check("A commitment", hex);
    }

    public static Commitment open(Fingerprint fingerprint) {
        return new Commitment(
                CommitmentKind.OPEN,
                DomainHash.of(DOMAIN, new byte[] {CommitmentKind.OPEN.code()}, Hex32.bytes(fingerprint.hex())));
    }

    public static Commitment salted(Fingerprint fingerprint, Salt salt) {
        return new Commitment(
                CommitmentKind.SALTED,
                DomainHash.of(
                        DOMAIN,
                        new byte[] {CommitmentKind.SALTED.code()},
                        salt.bytes(),
                        Hex32.bytes(fingerprint.hex())));
    }
}
