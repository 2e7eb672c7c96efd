package uz.muhr.client.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import uz.muhr.client.authority.ProposalView;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.proposal.Proposal;

/** {@code muhr propose-admission}: proposes that an organisation becomes a member. */
@Command(
        name = "propose-admission",
        description =
                "Proposes that an organisation of the channel becomes a member of the ledger; counts as an approval.")
final class ProposeAdmissionCommand implements Callable<Integer> {
    @Mixin
    private final Writing writing = new Writing();

    @Mixin
    private final Speech speech = new Speech();

    @Parameters(paramLabel = "MSP", description = "the organisation, such as SanitaryMSP")
    private String organisation = "";

    @Override
    public Integer call() {
        MspId admitted = new MspId(organisation);
        try (Desk desk = writing.desk()) {
            ProposalView view = desk.propose(new Proposal.Admit(admitted, desk.versionOfMembers()));
            speech.say(view, DecisionLines.of(view));
            return Exit.VALID;
        }
    }
}
