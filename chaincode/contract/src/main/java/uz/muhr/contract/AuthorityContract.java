package uz.muhr.contract;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.contract.Context;
import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Info;
import org.hyperledger.fabric.contract.annotation.Transaction;
import uz.muhr.protocol.authority.Authorities;
import uz.muhr.protocol.identifier.CertificateHash;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.ProposalId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.proposal.Decision;
import uz.muhr.protocol.proposal.OpenProposals;
import uz.muhr.protocol.proposal.Proposal;
import uz.muhr.protocol.proposal.ProposalList;
import uz.muhr.protocol.proposal.ProposalRecord;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.record.Role;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** Who may issue which type of document, who is a member, and how the members decide it. */
@Contract(name = "authority", info = @Info(title = "Authority to issue", version = "1"))
public final class AuthorityContract implements ContractInterface {
    /** Proposes a change, which is the proposer's approval. Argument: a {@link Proposal}. Answer: its record. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String propose(Context context) {
        return Call.answer(context, 1, call -> {
            Proposal proposal = Proposal.parse(call.argument(0));
            Change change = call.change(Role.REGISTRAR, Clock.systemUTC());
            AuthorityState ledger = call.authority();
            Decision decision = Decision.propose(proposal, ledger.proposal(proposal.id()), ledger, change);
            OpenProposals open = new OpenProposals(open(ledger, call.organisation(), change.time()).stream()
                            .map(ProposalRecord::id)
                            .toList())
                    .with(proposal.id());
            ledger.write(decision);
            ledger.write(call.organisation(), open);
            return decision.record().write();
        });
    }

    /** Approves a proposal in the name of the caller's organisation. Argument: its id. Answer: its record. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String approve(Context context) {
        return Call.answer(context, 1, call -> {
            ProposalId id = new ProposalId(call.argument(0));
            Change change = call.change(Role.REGISTRAR, Clock.systemUTC());
            AuthorityState ledger = call.authority();
            Decision decision = Decision.approve(ledger.existingProposal(id), ledger, change);
            ledger.write(decision);
            return decision.record().write();
        });
    }

    /** A proposal, open or not. Argument: its id. */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String proposal(Context context) {
        return Call.answer(context, 1, call -> call.authority()
                .existingProposal(new ProposalId(call.argument(0)))
                .write());
    }

    /** The open proposals that one organisation made. Argument: its MSP id. Answer: a {@link ProposalList}. */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String proposals(Context context) {
        return Call.answer(
                context, 1, call -> new ProposalList(open(call.authority(), new MspId(call.argument(0)), call.time()))
                        .write());
    }

    /** The authority record of an issuer and a type. Arguments: MSP id, UNTDID 1001 code. */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String read(Context context) {
        return Call.answer(context, 2, call -> {
            MspId issuer = new MspId(call.argument(0));
            TypeCode type = new TypeCode(call.argument(1));
            return call.authority()
                    .authority(issuer, type)
                    .orElseThrow(() ->
                            new Refusal(ErrorCode.NOT_AUTHORISED, issuer + " has no authority over type " + type + "."))
                    .write();
        });
    }

    /** All authority records of one issuer. Argument: its MSP id. Answer: {@link Authorities}. */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String list(Context context) {
        return Call.answer(context, 1, call -> {
            MspId issuer = new MspId(call.argument(0));
            return new Authorities(issuer, call.authority().authorities(issuer)).write();
        });
    }

    /** What the members say of a distrusted certificate. Argument: the SHA-256 of its DER bytes. */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String certificate(Context context) {
        return Call.answer(context, 1, call -> call.authority()
                .distrusted(new CertificateHash(call.argument(0)))
                .orElseThrow(
                        () -> new Refusal(ErrorCode.UNKNOWN_CERTIFICATE, "No certificate of this hash is distrusted."))
                .write());
    }

    /** Those of an organisation's proposals that can still be approved: neither closed nor overtaken. */
    private static List<ProposalRecord> open(AuthorityState ledger, MspId organisation, Instant time) {
        return ledger.proposedBy(organisation).proposals().stream()
                .map(ledger::proposal)
                .flatMap(Optional::stream)
                .filter(record -> record.proposer().equals(organisation))
                .filter(record -> record.isOpen(time) && Decision.isCurrent(record.proposal(), ledger))
                .toList();
    }

    @Override
    public void unknownTransaction(Context context) {
        throw Call.unknownFunction(context);
    }
}
