package uz.muhr.proof.block;

import com.google.protobuf.ByteString;
import java.util.List;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.check.Checks;
import uz.muhr.proof.message.OneForm;

/** The orderers' signatures on a block, and the configuration that they say was in force. */
public final class OrdererMetadata {
    private final OrderedBlock block;
    private final Metadata metadata;
    private final long configuration;

    private OrdererMetadata(OrderedBlock block, Metadata metadata, long configuration) {
        this.block = block;
        this.metadata = metadata;
        this.configuration = configuration;
    }

    static OrdererMetadata read(OrderedBlock block, ByteString bytes, Checks checks) {
        OneForm form = new OneForm(checks, Check.BLOCK_FORM);
        Metadata metadata = form.read(Metadata.parser(), bytes, "a block's signatures");
        OrdererBlockMetadata value =
                form.read(OrdererBlockMetadata.parser(), metadata.getValue(), "a block's signed metadata");
        checks.require(
                Check.BLOCK_CONFIGURATION,
                value.hasLastConfig(),
                () -> "Block " + block.number() + " has to name the configuration in force; it does not.");
        return new OrdererMetadata(block, metadata, value.getLastConfig().getIndex());
    }

    /** The number of the configuration block that was in force, as signed. */
    public long configuration() {
        return configuration;
    }

    long number() {
        return block.number();
    }

    List<MetadataSignature> signatures() {
        return metadata.getSignaturesList();
    }

    /** What an orderer signs, joined, when it adds a header of its own. */
    ByteString[] signedParts(ByteString header) {
        return new ByteString[] {metadata.getValue(), header, block.headerText()};
    }
}
