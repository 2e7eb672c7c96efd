package uz.muhr.proof.configuration;

import com.google.protobuf.ByteString;
import java.security.cert.CertificateException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hyperledger.fabric.protos.common.BlockDataHashingStructure;
import org.hyperledger.fabric.protos.common.Consenter;
import org.hyperledger.fabric.protos.common.HashingAlgorithm;
import org.hyperledger.fabric.protos.common.Orderers;
import org.hyperledger.fabric.protos.orderer.ConsensusType;
import uz.muhr.proof.block.BlockSigners;
import uz.muhr.proof.block.Consenters;
import uz.muhr.proof.block.RaftOrderers;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.check.Checks;
import uz.muhr.proof.check.UnprovenException;
import uz.muhr.proof.identity.Membership;
import uz.muhr.proof.identity.Pem;
import uz.muhr.proof.identity.SigningKey;
import uz.muhr.protocol.identifier.MspId;

/**
 * One configuration of the channel.
 *
 * @param number of its block
 * @param orderers who have to sign the blocks under it, and the next configuration
 * @param members of the trusted organisations
 */
public record Configuration(long number, long sequence, BlockSigners orderers, Map<MspId, Membership> members) {
    /** Block data are hashed as one leaf of a tree: the width's greatest value. */
    private static final int ONE_LEAF = -1;

    public Configuration {
        members = Map.copyOf(members);
    }

    static Configuration of(ConfigurationText text, Map<MspId, Membership> members, Checks checks) {
        checks.require(
                Check.CONFIGURATION_FORM,
                text.value(HashingAlgorithm.parser(), "HashingAlgorithm")
                                .getName()
                                .equals("SHA256")
                        && text.value(BlockDataHashingStructure.parser(), "BlockDataHashingStructure")
                                        .getWidth()
                                == ONE_LEAF,
                () -> "A channel has to hash with SHA-256, its blocks' data in one; this one does not.");
        return new Configuration(text.number(), text.sequence(), orderers(text, checks), members);
    }

    private static BlockSigners orderers(ConfigurationText text, Checks checks) {
        String consensus =
                text.ordererValue(ConsensusType.parser(), "ConsensusType").getType();
        return switch (consensus) {
            case "BFT" -> consenters(text.ordererValue(Orderers.parser(), "Orderers"), checks);
            case "etcdraft" -> raftOrderers(text, checks);
            default ->
                throw new UnprovenException(
                        Check.CONFIGURATION_FORM,
                        "Only blocks of BFT and Raft orderers are understood; this channel's are of another kind.");
        };
    }

    private static RaftOrderers raftOrderers(ConfigurationText text, Checks checks) {
        Map<String, Membership> organisations = new HashMap<>();
        text.ordererMemberships()
                .forEach((name, membership) -> organisations.put(name, Membership.of(membership, checks)));
        checks.require(
                Check.CONFIGURATION_FORM,
                !organisations.isEmpty(),
                () -> "A configuration has to name its ordering organisations; it names none.");
        return new RaftOrderers(organisations);
    }

    private static Consenters consenters(Orderers orderers, Checks checks) {
        Map<Integer, SigningKey> keys = new HashMap<>();
        Set<ByteString> certificates = new HashSet<>();
        for (Consenter consenter : orderers.getConsenterMappingList()) {
            boolean another =
                    keys.put(consenter.getId(), key(consenter)) == null && certificates.add(consenter.getIdentity());
            checks.require(
                    Check.CONFIGURATION_FORM,
                    another,
                    () -> "Each orderer has to have a number and a certificate of its own; orderer " + consenter.getId()
                            + " has not.");
        }
        checks.require(
                Check.CONFIGURATION_FORM,
                !keys.isEmpty(),
                () -> "A configuration has to name its orderers; it names none.");
        return new Consenters(keys);
    }

    private static SigningKey key(Consenter consenter) {
        try {
            return SigningKey.of(Pem.certificate(consenter.getIdentity()))
                    .orElseThrow(() -> new CertificateException("Only keys on P-256 are accepted."));
        } catch (CertificateException e) {
            throw new UnprovenException(
                    Check.CONFIGURATION_FORM,
                    "The certificate of orderer " + consenter.getId() + " cannot be used (" + e.getMessage() + ").",
                    e);
        }
    }

    /** Whether none can lie between the other and this one. */
    boolean follows(Configuration before) {
        return number > before.number && sequence == before.sequence + 1;
    }

    /** The membership of a trusted organisation. */
    public Membership membership(MspId organisation, Check check) {
        Membership membership = members.get(organisation);
        if (membership == null) {
            throw new UnprovenException(
                    check, "Only organisations that the trust file names count; " + organisation + " is none of them.");
        }
        return membership;
    }
}
