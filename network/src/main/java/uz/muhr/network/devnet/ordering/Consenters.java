package uz.muhr.network.devnet.ordering;

import com.google.protobuf.ByteString;
import java.security.SecureRandom;
import java.util.List;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.IdentifierHeader;
import org.hyperledger.fabric.protos.common.LastConfig;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import uz.muhr.network.devnet.ledger.BlockHashes;
import uz.muhr.network.devnet.msp.Signer;

/** The orderers of all organisations, who sign every block; consenter n is the n-th organisation's, from 1. */
public final class Consenters {
    private static final int NONCE_BYTES = 24;

    private final List<Signer> orderers;
    private final SecureRandom random = new SecureRandom();

    public Consenters(List<Signer> orderers) {
        this.orderers = List.copyOf(orderers);
    }

    /** How many of n consenters make a block final: ceil((n + f + 1) / 2) with f = (n - 1) / 3. */
    public static int quorum(int n) {
        int faulty = (n - 1) / 3;
        return (n + faulty + 2) / 2;
    }

    /** The number of orderers. */
    public int count() {
        return orderers.size();
    }

    /** The MSP of an orderer, counted from 0. */
    public String mspId(int index) {
        return orderers.get(index).mspId();
    }

    /** The first entry of block metadata: every orderer's signature over value || identifier header || header DER. */
    Metadata sign(BlockHeader header) {
        ByteString value = OrdererBlockMetadata.newBuilder()
                .setLastConfig(LastConfig.getDefaultInstance())
                .build()
                .toByteString();
        ByteString der = BlockHashes.der(header);
        Metadata.Builder metadata = Metadata.newBuilder().setValue(value);
        for (int i = 0; i < orderers.size(); i++) {
            byte[] nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            ByteString identifier = IdentifierHeader.newBuilder()
                    .setIdentifier(i + 1)
                    .setNonce(ByteString.copyFrom(nonce))
                    .build()
                    .toByteString();
            metadata.addSignatures(MetadataSignature.newBuilder()
                    .setIdentifierHeader(identifier)
                    .setSignature(orderers.get(i).sign(value, identifier, der)));
        }
        return metadata.build();
    }
}
