package uz.muhr.proof.transaction;

import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.Endorsement;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.check.Checks;
import uz.muhr.proof.configuration.Configuration;
import uz.muhr.proof.identity.Member;
import uz.muhr.proof.identity.NodeRole;
import uz.muhr.proof.message.OneForm;
import uz.muhr.protocol.identifier.MspId;

/** The peers' signatures under one answer. */
final class Endorsements {
    private Endorsements() {}

    /** The organisations whose peers signed; a single signature that is not right ends the proof. */
    static SortedSet<MspId> requireRight(
            TransactionParts parts, Instant vouchedTime, Configuration configuration, Checks checks) {
        SortedSet<MspId> organisations = new TreeSet<>();
        OneForm form = new OneForm(checks, Check.TRANSACTION_FORM);
        for (Endorsement endorsement : parts.endorsements()) {
            SerializedIdentity endorser =
                    form.read(SerializedIdentity.parser(), endorsement.getEndorser(), "an endorser's identity");
            MspId organisation = TransactionParts.organisation(endorser);
            Member member = configuration
                    .membership(organisation, Check.ENDORSEMENT_SIGNATURES)
                    .member(endorser.getIdBytes(), checks);
            member.requireActing(NodeRole.PEER, vouchedTime, checks);
            checks.require(
                    Check.ENDORSEMENT_SIGNATURES,
                    "a peer of " + organisation,
                    member.signed(endorsement.getSignature(), parts.responseText(), endorsement.getEndorser()),
                    () -> "The endorsement in the name of " + organisation + " is not its peer's signature.");
            organisations.add(organisation);
        }
        return organisations;
    }
}
