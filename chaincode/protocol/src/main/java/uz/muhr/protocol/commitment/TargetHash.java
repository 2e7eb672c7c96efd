package uz.muhr.protocol.commitment;

import uz.muhr.protocol.hash.Hex32;

/**
 * What an OpenAttestation v2 document is known by: the Keccak-256 over the hashes of its salted fields. A copy with hidden
 * fields has the same one.
 */
public record TargetHash(String hex) {
    public TargetHash {
        Hex32.check("The target hash of an OpenAttestation document", hex);
    }
}
