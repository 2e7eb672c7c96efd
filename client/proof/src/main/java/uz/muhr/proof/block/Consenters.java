package uz.muhr.proof.block;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hyperledger.fabric.protos.common.IdentifierHeader;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.check.Checks;
import uz.muhr.proof.check.UnprovenException;
import uz.muhr.proof.identity.SigningKey;
import uz.muhr.proof.message.OneForm;

/** The BFT orderers that a configuration names, by their numbers, and how many of them make a block final. */
public final class Consenters implements BlockSigners {
    private final Map<Integer, SigningKey> keys;

    /** @param keys at least one, each orderer's own */
    public Consenters(Map<Integer, SigningKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("There are no orderers.");
        }
        this.keys = new TreeMap<>(keys);
    }

    /**
     * How many different orderers have to sign, so that any two such groups share an honest one: ceil((n + f + 1) / 2),
     * where f = floor((n - 1) / 3) of n may be faulty (SmartBFT, internal/bft/util.go).
     */
    public int quorum() {
        int faulty = (keys.size() - 1) / 3;
        return (keys.size() + faulty + 2) / 2;
    }

    @Override
    public void requireSigned(OrdererMetadata block, Checks checks) {
        SortedSet<Integer> signers = new TreeSet<>();
        OneForm form = new OneForm(checks, Check.ORDERER_SIGNATURES);
        for (MetadataSignature signature : block.signatures()) {
            int number = form.read(
                            IdentifierHeader.parser(),
                            signature.getIdentifierHeader(),
                            "an orderer's identifier header")
                    .getIdentifier();
            requireSigned(block, signature, number, checks);
            checks.require(
                    Check.ORDERER_SIGNATURES,
                    signers.add(number),
                    () -> "Different orderers have to sign block " + block.number() + "; orderer " + number
                            + " signed it twice.");
        }
        checks.require(
                Check.ORDERER_SIGNATURES,
                "orderers " + signers.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                signers.size() >= quorum(),
                () -> "At least " + quorum() + " orderers have to sign block " + block.number() + "; " + signers
                        + " did.");
    }

    private void requireSigned(OrdererMetadata block, MetadataSignature signature, int number, Checks checks) {
        SigningKey key = Optional.ofNullable(keys.get(number))
                .orElseThrow(() -> new UnprovenException(
                        Check.ORDERER_SIGNATURES,
                        "The configuration knows no orderer " + number + ", which signed block " + block.number()
                                + "."));
        boolean signed = key.verifies(signature.getSignature(), block.signedParts(signature.getIdentifierHeader()));
        checks.require(
                Check.ORDERER_SIGNATURES,
                signature.getSignatureHeader().isEmpty() && signed,
                () -> "The signature of orderer " + number + " on block " + block.number() + " is not its own.");
    }
}
