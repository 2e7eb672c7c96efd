package uz.muhr.network.devnet.msp;

import com.google.protobuf.ByteString;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/** A member of an organisation whose certificate was checked, with its one role and its key ready for use. */
public final class Identity {
    private final String mspId;
    private final NodeRole role;
    private final X509Certificate certificate;
    private final ECPublicKeyParameters key;

    Identity(String mspId, NodeRole role, X509Certificate certificate, ECPublicKeyParameters key) {
        this.mspId = mspId;
        this.role = role;
        this.certificate = certificate;
        this.key = key;
    }

    public String mspId() {
        return mspId;
    }

    public NodeRole role() {
        return role;
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** Whether the certificate's validity had ended by then. A validity that has not begun does not count, as on Fabric. */
    public boolean expiredAt(Instant time) {
        return time.isAfter(certificate.getNotAfter().toInstant());
    }

    /** Whether the signature over the parts, joined, is this identity's. */
    public boolean signed(ByteString signature, ByteString... parts) {
        return Signatures.verify(key, Digests.sha256(parts), signature);
    }
}
