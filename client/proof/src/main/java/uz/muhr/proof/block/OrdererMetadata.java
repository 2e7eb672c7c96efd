package uz.muhr.proof.block;

import com.google.protobuf.ByteString;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hyperledger.fabric.protos.common.IdentifierHeader;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.check.Checks;
import uz.muhr.proof.check.UnprovenException;
import uz.muhr.proof.identity.SigningKey;
import uz.muhr.proof.message.OneForm;

/**
 * The orderers' signatures on a block, and the configuration that they say was in force. A bundle carries no signature
 * that does not count: a bad, unknown or repeated one ends the proof.
 */
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
                "Block " + block.number() + " has to name the configuration in force; it does not.");
        return new OrdererMetadata(block, metadata, value.getLastConfig().getIndex());
    }

    /** The number of the configuration block that was in force, as signed. */
    public long configuration() {
        return configuration;
    }

    /** Goes on only when a quorum of different orderers signed the block. */
    public void requireQuorum(Consenters consenters, Checks checks) {
        SortedSet<Integer> signers = new TreeSet<>();
        OneForm form = new OneForm(checks, Check.ORDERER_SIGNATURES);
        for (MetadataSignature signature : metadata.getSignaturesList()) {
            IdentifierHeader identifier = form.read(
                    IdentifierHeader.parser(), signature.getIdentifierHeader(), "an orderer's identifier header");
            int number = identifier.getIdentifier();
            requireSigned(signature, number, consenters, checks);
            checks.require(
                    Check.ORDERER_SIGNATURES,
                    signers.add(number),
                    "Different orderers have to sign block " + block.number() + "; orderer " + number
                            + " signed it twice.");
        }
        checks.require(
                Check.ORDERER_SIGNATURES,
                "orderers " + signers.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                signers.size() >= consenters.quorum(),
                "At least " + consenters.quorum() + " orderers have to sign block " + block.number() + "; " + signers
                        + " did.");
    }

    private void requireSigned(MetadataSignature signature, int number, Consenters consenters, Checks checks) {
        SigningKey key = consenters
                .key(number)
                .orElseThrow(() -> new UnprovenException(
                        Check.ORDERER_SIGNATURES,
                        "The configuration knows no orderer " + number + ", which signed block " + block.number()
                                + "."));
        boolean signed = key.verifies(
                signature.getSignature(), metadata.getValue(), signature.getIdentifierHeader(), block.headerText());
        checks.require(
                Check.ORDERER_SIGNATURES,
                signature.getSignatureHeader().isEmpty() && signed,
                "The signature of orderer " + number + " on block " + block.number() + " is not its own.");
    }
}
