package uz.muhr.client.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import uz.muhr.client.authority.ProposalView;
import uz.muhr.protocol.identifier.ProposalId;

/** {@code muhr approve}: approves a proposal. */
@Command(
        name = "approve",
        description = "Approves a proposal in the name of the caller's organisation, which counts once.")
final class ApproveCommand implements Callable<Integer> {
    @Mixin
    private final Writing writing = new Writing();

    @Mixin
    private final Speech speech = new Speech();

    @Parameters(paramLabel = "PROPOSAL", description = "the proposal's id, as 'muhr proposals' shows it")
    private String proposal = "";

    @Override
    public Integer call() {
        ProposalId id = new ProposalId(proposal);
        try (Desk desk = writing.desk()) {
            ProposalView view = desk.approve(id);
            speech.say(view, DecisionLines.of(view));
            return Exit.VALID;
        }
    }
}
