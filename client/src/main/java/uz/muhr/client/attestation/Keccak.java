package uz.muhr.client.attestation;

import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.KeccakDigest;

/** Keccak-256 as Ethereum has it, which is not SHA3-256: the padding is another. */
final class Keccak {
    private static final int BITS = 256;

    private Keccak() {}

    /** The hash as 64 digits. */
    static String of(byte[] data) {
        KeccakDigest digest = new KeccakDigest(BITS);
        digest.update(data, 0, data.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return HexFormat.of().formatHex(hash);
    }

    /** Of two hashes, the smaller first, so that a proof need not say which is left. */
    static String ofPair(String one, String other) {
        byte[] first = HexFormat.of().parseHex(one);
        byte[] second = HexFormat.of().parseHex(other);
        boolean ascending = Arrays.compareUnsigned(first, second) <= 0;
        byte[] both = Arrays.copyOf(ascending ? first : second, first.length + second.length);
        System.arraycopy(ascending ? second : first, 0, both, first.length, second.length);
        return of(both);
    }
}
