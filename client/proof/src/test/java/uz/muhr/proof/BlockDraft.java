package uz.muhr.proof;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.IdentifierHeader;
import org.hyperledger.fabric.protos.common.LastConfig;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import uz.muhr.proof.message.Digest;

/** A block under construction: its transactions, and the orderers that sign it. */
public final class BlockDraft {
    public long number;
    public final List<Supplier<ByteString>> envelopes = new ArrayList<>();

    /** What the orderers sign beside the header. */
    public OrdererBlockMetadata signed;

    /** By their numbers; the order is that of the signatures. */
    public final Map<Integer, TestIdentity> signers = new LinkedHashMap<>();

    /** Who signs instead of them where the orderers agree by Raft. */
    public final List<TestIdentity> leaders = new ArrayList<>();

    /** Before it is signed. */
    public UnaryOperator<SignatureHeader> leader = made -> made;

    /** Before it is signed. */
    public UnaryOperator<BlockHeader> header = made -> made;

    /** Before it is signed. */
    public UnaryOperator<ByteString> identifier = made -> made;

    public UnaryOperator<Metadata> metadata = made -> made;
    public UnaryOperator<BlockMetadata> allMetadata = made -> made;

    /** Once it has been signed. */
    public UnaryOperator<Block> block = made -> made;

    public UnaryOperator<ByteString> bytes = made -> made;

    /** The header that was signed last. */
    private BlockHeader lastHeader = BlockHeader.getDefaultInstance();

    /** A block that all orderers but the last sign. */
    public BlockDraft(TestNetwork network, long number, long configuration) {
        this.number = number;
        signed = signedFor(configuration);
        for (int i = 0; i < network.organisations().size() - 1; i++) {
            signers.put(i + 1, network.organisations().get(i).orderer());
        }
    }

    public static OrdererBlockMetadata signedFor(long configuration) {
        return OrdererBlockMetadata.newBuilder()
                .setLastConfig(LastConfig.newBuilder().setIndex(configuration))
                .build();
    }

    public Block build() {
        BlockData.Builder data = BlockData.newBuilder();
        envelopes.forEach(envelope -> data.addData(envelope.get()));
        BlockHeader made = header.apply(BlockHeader.newBuilder()
                .setNumber(number)
                .setPreviousHash(ByteString.copyFrom(new byte[32]))
                .setDataHash(ByteString.copyFrom(Digest.of(data.getDataList())))
                .build());
        lastHeader = made;
        return block.apply(Block.newBuilder()
                .setHeader(made)
                .setData(data)
                .setMetadata(allMetadata.apply(BlockMetadata.newBuilder()
                        .addMetadata(metadata.apply(metadata(made)).toByteString())
                        .build()))
                .build());
    }

    public BlockHeader lastHeader() {
        return lastHeader;
    }

    public ByteString bytes() {
        return bytes.apply(build().toByteString());
    }

    private Metadata metadata(BlockHeader made) {
        ByteString value = signed.toByteString();
        Metadata.Builder all = Metadata.newBuilder().setValue(value);
        signers.forEach((number, orderer) -> all.addSignatures(signature(number, orderer, value, made)));
        leaders.forEach(orderer -> all.addSignatures(signature(orderer, value, made)));
        return all.build();
    }

    /** The leader's signature over a block of Raft. */
    private MetadataSignature signature(TestIdentity orderer, ByteString value, BlockHeader made) {
        ByteString text = leader.apply(SignatureHeader.newBuilder()
                        .setCreator(orderer.serialized())
                        .setNonce(ByteString.copyFromUtf8("nonce"))
                        .build())
                .toByteString();
        return MetadataSignature.newBuilder()
                .setSignatureHeader(text)
                .setSignature(orderer.sign(value, text, headerText(made)))
                .build();
    }

    /** One orderer's signature over a block. */
    public MetadataSignature signature(int number, TestIdentity orderer, ByteString value, BlockHeader made) {
        ByteString text = identifier.apply(IdentifierHeader.newBuilder()
                .setIdentifier(number)
                .setNonce(ByteString.copyFromUtf8("nonce " + number))
                .build()
                .toByteString());
        return MetadataSignature.newBuilder()
                .setIdentifierHeader(text)
                .setSignature(orderer.sign(value, text, headerText(made)))
                .build();
    }

    /** What is hashed and signed. */
    public static ByteString headerText(BlockHeader header) {
        ASN1Encodable[] fields = {
            new ASN1Integer(header.getNumber()),
            new DEROctetString(header.getPreviousHash().toByteArray()),
            new DEROctetString(header.getDataHash().toByteArray())
        };
        try {
            return ByteString.copyFrom(new DERSequence(fields).getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
