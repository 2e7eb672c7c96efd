package uz.muhr.contract;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import uz.muhr.protocol.hash.DomainHash;

/**
 * Somebody who calls a contract: an organisation and a certificate, made for the test that needs it.
 *
 * @param certificate DER
 */
record Identity(String mspId, ByteString certificate) {
    /** Where Fabric's certificate authority writes the attributes that it vouches for. */
    private static final ASN1ObjectIdentifier ATTRIBUTES = new ASN1ObjectIdentifier("1.2.3.4.5.6.7.8.1");

    /** A certificate with this role. */
    static Identity of(String mspId, String role) {
        return withAttributes(mspId, "{\"attrs\":{\"muhr.role\":\"" + role + "\"}}");
    }

    static Identity withoutAttributes(String mspId) {
        return withAttributes(mspId, "");
    }

    /**
     * A certificate with the given text as its attributes.
     *
     * @param attributes empty for a certificate without the extension
     */
    static Identity withAttributes(String mspId, String attributes) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            X500Name name = new X500Name("CN=somebody,O=" + mspId);
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    name,
                    BigInteger.ONE,
                    Date.from(Instant.parse("2026-01-01T00:00:00Z")),
                    Date.from(Instant.parse("2126-01-01T00:00:00Z")),
                    name,
                    keys.getPublic());
            if (!attributes.isEmpty()) {
                builder.addExtension(ATTRIBUTES, false, attributes.getBytes(StandardCharsets.UTF_8));
            }
            return new Identity(
                    mspId,
                    ByteString.copyFrom(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
                                    .getEncoded()));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("A test's certificate could not be made.", e);
        }
    }

    /** As a proposal carries it: the MSP id and the certificate in PEM. */
    byte[] creator() {
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.toByteArray())
                + "\n-----END CERTIFICATE-----\n";
        return SerializedIdentity.newBuilder()
                .setMspid(mspId)
                .setIdBytes(ByteString.copyFromUtf8(pem))
                .build()
                .toByteArray();
    }

    /** The hash by which a record names the certificate. */
    String certificateHash() {
        return HexFormat.of().formatHex(DomainHash.sha256().digest(certificate.toByteArray()));
    }
}
