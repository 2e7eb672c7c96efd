package uz.muhr.proof.block;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.hyperledger.fabric.protos.common.BlockHeader;

/** A header as it is hashed and signed: DER of SEQUENCE {number, previous hash, data hash} (protoutil/blockutils.go). */
final class BlockHeaderText {
    private BlockHeaderText() {}

    static ByteString of(BlockHeader header) {
        ASN1Encodable[] fields = {
            new ASN1Integer(header.getNumber()),
            new DEROctetString(header.getPreviousHash().toByteArray()),
            new DEROctetString(header.getDataHash().toByteArray())
        };
        try {
            return ByteString.copyFrom(new DERSequence(fields).getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException("A number and two octet strings always encode.", e);
        }
    }
}
