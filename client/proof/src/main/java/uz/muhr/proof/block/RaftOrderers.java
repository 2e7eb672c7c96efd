package uz.muhr.proof.block;

import java.util.Map;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.check.Checks;
import uz.muhr.proof.check.UnprovenException;
import uz.muhr.proof.identity.Member;
import uz.muhr.proof.identity.Membership;
import uz.muhr.proof.identity.NodeRole;
import uz.muhr.proof.message.OneForm;

/**
 * The organisations whose orderers agree by Raft. One of them, the leader, signs a block; so the order rests on its word
 * alone. It may be any certificate in the role of an orderer: a Raft configuration names the orderers' TLS certificates
 * only. A block states no time, so whether the certificate had expired is not asked, as Fabric's peers do not
 * (protoutil/signer.go, orderer/common/multichannel/blockwriter.go).
 */
public final class RaftOrderers implements BlockSigners {
    private final Map<String, Membership> organisations;

    /** @param organisations by their MSP ids, at least one */
    public RaftOrderers(Map<String, Membership> organisations) {
        if (organisations.isEmpty()) {
            throw new IllegalArgumentException("There are no ordering organisations.");
        }
        this.organisations = Map.copyOf(organisations);
    }

    @Override
    public void requireSigned(OrdererMetadata block, Checks checks) {
        checks.require(
                Check.ORDERER_SIGNATURES,
                block.signatures().size() == 1,
                () -> "One orderer has to sign a block of Raft; block " + block.number() + " bears "
                        + block.signatures().size() + " signatures.");
        MetadataSignature signature = block.signatures().get(0);
        OneForm form = new OneForm(checks, Check.ORDERER_SIGNATURES);
        SignatureHeader header =
                form.read(SignatureHeader.parser(), signature.getSignatureHeader(), "an orderer's signature header");
        SerializedIdentity orderer =
                form.read(SerializedIdentity.parser(), header.getCreator(), "an orderer's identity");
        Member member = organisation(orderer.getMspid(), block).member(orderer.getIdBytes(), checks);
        member.requireRole(NodeRole.ORDERER, checks);
        boolean signed = member.signed(signature.getSignature(), block.signedParts(signature.getSignatureHeader()));
        checks.require(
                Check.ORDERER_SIGNATURES,
                "one orderer, of " + member.organisation(),
                signature.getIdentifierHeader().isEmpty() && signed,
                () -> "The signature on block " + block.number() + " is not that of the orderer of "
                        + member.organisation() + " that it names.");
    }

    private Membership organisation(String msp, OrdererMetadata block) {
        return Optional.ofNullable(organisations.get(msp))
                .orElseThrow(() -> new UnprovenException(
                        Check.ORDERER_SIGNATURES,
                        "An orderer of an organisation that the configuration does not name signed block "
                                + block.number() + "."));
    }
}
