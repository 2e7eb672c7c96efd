package uz.muhr.protocol.identifier;

import uz.muhr.protocol.hash.Hex32;

/** Who did it, exactly: the SHA-256 of an X.509 certificate's DER bytes. */
public record CertificateHash(String hex) implements Comparable<CertificateHash> {
    public CertificateHash {
        Hex32.check("The hash of a certificate", hex);
    }

    @Override
    public int compareTo(CertificateHash other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
