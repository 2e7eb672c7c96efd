package uz.muhr.client.fabric.key;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.hyperledger.fabric.client.identity.Signer;

/**
 * Signs with a key that never leaves its token. Of the two values of s that a signature may have Fabric takes the lower one
 * (bccsp/utils/ecdsa.go), which a token does not care about.
 *
 * @param order of the curve's group
 */
record TokenSigner(Provider token, PrivateKey key, BigInteger order) implements Signer {
    static TokenSigner of(Provider token, PrivateKey key, ECPublicKey publicKey) {
        return new TokenSigner(token, key, publicKey.getParams().getOrder());
    }

    @Override
    public byte[] sign(byte[] digest) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("NONEwithECDSA", token);
        signature.initSign(key);
        signature.update(digest);
        return lowS(order, signature.sign());
    }

    static byte[] lowS(BigInteger order, byte[] signature) throws SignatureException {
        try {
            BigInteger[] values = StandardDSAEncoding.INSTANCE.decode(order, signature);
            BigInteger s = values[1].compareTo(order.shiftRight(1)) > 0 ? order.subtract(values[1]) : values[1];
            return StandardDSAEncoding.INSTANCE.encode(order, values[0], s);
        } catch (IOException | IllegalArgumentException e) {
            throw new SignatureException("the token's signature is not one of ECDSA", e);
        }
    }
}
