package uz.muhr.protocol.commitment;

import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
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

    /**
     * Of a file and, beside it, its fields.
     *
     * @param whole the file as {@link #salted} has it: whoever is shown some fields learns it, and cannot guess the file by it
     */
    public static Commitment fields(Commitment whole, FieldsRoot root) {
        if (whole.kind != CommitmentKind.SALTED) {
            throw new IllegalArgumentException("Only a salted hash of the file may be shown beside its fields.");
        }
        return new Commitment(
                CommitmentKind.FIELDS,
                DomainHash.of(
                        DOMAIN,
                        new byte[] {CommitmentKind.FIELDS.code()},
                        Hex32.bytes(whole.hex),
                        ByteBuffer.allocate(Integer.BYTES).putInt(root.count()).array(),
                        Hex32.bytes(root.hex())));
    }

    public static Commitment openAttestation(TargetHash target) {
        return new Commitment(
                CommitmentKind.OPEN_ATTESTATION,
                DomainHash.of(DOMAIN, new byte[] {CommitmentKind.OPEN_ATTESTATION.code()}, Hex32.bytes(target.hex())));
    }
}
