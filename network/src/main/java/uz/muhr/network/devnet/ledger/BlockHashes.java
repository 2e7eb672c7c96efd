package uz.muhr.network.devnet.ledger;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import uz.muhr.network.devnet.msp.Digests;

/** The two hashes of a block: over its header's DER encoding, and over its envelopes one after the other. */
public final class BlockHashes {
    private BlockHashes() {}

    /** DER of SEQUENCE { INTEGER number, OCTET STRING previous_hash, OCTET STRING data_hash }, which orderers sign. */
    public static ByteString der(BlockHeader header) {
        ASN1Encodable[] fields = {
            new ASN1Integer(BigInteger.valueOf(header.getNumber())),
            new DEROctetString(header.getPreviousHash().toByteArray()),
            new DEROctetString(header.getDataHash().toByteArray())
        };
        try {
            return ByteString.copyFrom(new DERSequence(fields).getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException("A number and two octet strings always encode.", e);
        }
    }

    /** The hash the next block names as its previous one. */
    public static ByteString header(BlockHeader header) {
        return ByteString.copyFrom(Digests.sha256(der(header)));
    }

    /** The hash a header names for its data. */
    public static ByteString data(BlockData data) {
        return ByteString.copyFrom(Digests.sha256(data.getDataList()));
    }
}
