package uz.muhr.protocol.customs;

import java.nio.charset.StandardCharsets;
import uz.muhr.protocol.hash.DomainHash;
import uz.muhr.protocol.hash.Hex32;
import uz.muhr.protocol.identifier.DocumentNumber;

/** What stands on the ledger for the declaration that draws. References are guessable, so this does not hide them. */
public record DeclarationCommitment(String hex) {
    public DeclarationCommitment {
        Hex32.check("The commitment to a declaration", hex);
    }

    /** Of the declaration's reference, in the one form in which numbers are compared. */
    public static DeclarationCommitment of(DocumentNumber reference) {
        return new DeclarationCommitment(
                DomainHash.of("muhr/declaration/1", reference.value().getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return hex;
    }
}
