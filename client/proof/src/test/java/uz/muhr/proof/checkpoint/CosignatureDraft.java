package uz.muhr.proof.checkpoint;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.bouncycastle.util.encoders.Hex;
import uz.muhr.proof.TestIdentity;
import uz.muhr.proof.message.Digest;

/** One signature of a checkpoint under construction, made by the words of the README and not by our own code. */
final class CosignatureDraft {
    TestIdentity signer;
    String name;
    Instant time = Instant.parse("2026-06-01T10:00:00Z");
    ByteString kind = ByteString.copyFrom(new byte[] {(byte) 0xff})
            .concat(ByteString.copyFromUtf8("muhr-cosignature-ecdsa-p256/v1"));
    UnaryOperator<ByteString> certificate = made -> made;
    UnaryOperator<ByteString> keyId = made -> made;
    UnaryOperator<String> message = made -> made;
    UnaryOperator<ByteString> signature = made -> made;
    UnaryOperator<ByteString> seconds = made -> made;
    UnaryOperator<String> line = made -> made;
    boolean highS;

    CosignatureDraft(TestIdentity signer) {
        this.signer = signer;
        this.name = "muhr/documents/" + signer.organisation();
    }

    ByteString certificate() {
        try {
            return certificate.apply(ByteString.copyFrom(signer.certificate().getEncoded()));
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    String line(String text) {
        ByteString id = ByteString.copyFrom(Digest.of(ByteString.copyFromUtf8(name + "\n"), kind, certificate()))
                .substring(0, 4);
        ByteString signed = ByteString.copyFromUtf8(message.apply(
                "muhr-cosignature/v1\ncosigner " + name + "\ntime " + time.getEpochSecond() + "\n" + text));
        ByteString ecdsa = highS ? signer.signWithHighS(signed) : signer.sign(signed);
        ByteString eight = ByteString.copyFrom(Hex.decode(String.format("%016x", time.getEpochSecond())));
        byte[] all = keyId.apply(id)
                .concat(seconds.apply(eight))
                .concat(signature.apply(ecdsa))
                .toByteArray();
        return line.apply("— " + name + " " + java.util.Base64.getEncoder().encodeToString(all) + "\n");
    }
}
