package uz.muhr.protocol.commitment;

import com.google.gson.JsonObject;
import uz.muhr.protocol.hash.DomainHash;
import uz.muhr.protocol.hash.Hex32;
import uz.muhr.protocol.json.Members;

/** What stands on the ledger for a document's content: 64 hexadecimal digits and how they were made. */
public record Commitment(CommitmentKind kind, String hex) {
    private static final String DOMAIN = "muhr/document/1";

    public Commitment {
        Hex32.check("A commitment", hex);
    }

    /** Writes it as the members {@code commitment} and {@code kind}. */
    public void write(JsonObject json) {
        json.addProperty("commitment", hex);
        json.addProperty("kind", kind.text());
    }

    /** Reads what was written. */
    public static Commitment read(Members members) {
        return new Commitment(members.text("kind", CommitmentKind::parse), members.text("commitment"));
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
