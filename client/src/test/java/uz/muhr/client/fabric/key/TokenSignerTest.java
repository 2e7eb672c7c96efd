package uz.muhr.client.fabric.key;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.Provider;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Random;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSignerTest {
    private static final BigInteger ORDER = new BigInteger("1000");

    @ParameterizedTest
    @ValueSource(strings = {"secp256r1", "secp384r1"})
    void everySignatureIsTheKeysAndOfTheFormThatFabricTakes(String curve) throws Exception {
        KeyPair keys = Certificates.newKeys(curve);
        Provider provider = Signature.getInstance("NONEwithECDSA").getProvider();
        TokenSigner signer = TokenSigner.of(provider, keys.getPrivate(), (ECPublicKey) keys.getPublic());
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            byte[] digest = new byte[32];
            random.nextBytes(digest);
            byte[] signature = signer.sign(digest);
            Signature check = Signature.getInstance("NONEwithECDSA");
            check.initVerify(keys.getPublic());
            check.update(digest);
            assertTrue(check.verify(signature), "seed " + seed);
            BigInteger s = StandardDSAEncoding.INSTANCE.decode(signer.order(), signature)[1];
            assertTrue(s.compareTo(signer.order().shiftRight(1)) <= 0, "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 499, 500})
    void aLowSStays(int s) throws Exception {
        assertArrayEquals(signature(7, s), TokenSigner.lowS(ORDER, signature(7, s)));
    }

    @Test
    void aHighSIsTakenFromTheOrderAndRStays() throws Exception {
        assertArrayEquals(signature(7, 499), TokenSigner.lowS(ORDER, signature(7, 501)));
        assertArrayEquals(signature(999, 1), TokenSigner.lowS(ORDER, signature(999, 999)));
    }

    @Test
    void whatIsNoSignatureIsNotSent() throws Exception {
        byte[] whole = signature(7, 501);
        for (int length = 1; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThrows(SignatureException.class, () -> TokenSigner.lowS(ORDER, part), "length " + length);
        }
        assertThrows(SignatureException.class, () -> TokenSigner.lowS(ORDER, new byte[64]));
    }

    private static byte[] signature(int r, int s) throws Exception {
        return StandardDSAEncoding.INSTANCE.encode(ORDER, BigInteger.valueOf(r), BigInteger.valueOf(s));
    }
}
