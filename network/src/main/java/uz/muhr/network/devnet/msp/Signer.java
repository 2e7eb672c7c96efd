package uz.muhr.network.devnet.msp;

import com.google.protobuf.ByteString;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import uz.muhr.network.identity.MspFolder;

/** A member whose private key the devnet holds: a peer, an orderer, or the administrator who defined the chaincode. */
public final class Signer {
    private final String mspId;
    private final ByteString certificate;
    private final ByteString identity;
    private final ECPrivateKeyParameters key;

    private Signer(String mspId, ByteString certificate, ECPrivateKeyParameters key) {
        this.mspId = mspId;
        this.certificate = certificate;
        this.key = key;
        this.identity = SerializedIdentity.newBuilder()
                .setMspid(mspId)
                .setIdBytes(certificate)
                .build()
                .toByteString();
    }

    /** Reads the certificate and the key of a member's MSP folder. */
    public static Signer read(String mspId, MspFolder folder) {
        return new Signer(mspId, Pem.bytes(folder.certificate()), Pem.privateKey(folder.privateKey()));
    }

    public String mspId() {
        return mspId;
    }

    /** The certificate in PEM. */
    public ByteString certificate() {
        return certificate;
    }

    /** The serialised identity (msp.SerializedIdentity) that goes beside a signature. */
    public ByteString identity() {
        return identity;
    }

    /** Signs the parts, joined without lengths. */
    public ByteString sign(ByteString... parts) {
        return Signatures.sign(key, Digests.sha256(parts));
    }
}
