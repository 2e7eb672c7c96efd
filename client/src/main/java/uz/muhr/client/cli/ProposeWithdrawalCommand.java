package uz.muhr.client.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uz.muhr.client.authority.ProposalView;
import uz.muhr.client.submission.ValidityText;
import uz.muhr.protocol.proposal.Proposal;

/** {@code muhr propose-withdrawal}: proposes that an organisation may no longer issue a type of document. */
@Command(
        name = "propose-withdrawal",
        description = {
            "Proposes that an organisation may no longer issue a type of document; counts as an approval.",
            "What it anchored before stays as it is."
        })
final class ProposeWithdrawalCommand implements Callable<Integer> {
    @Mixin
    private final Writing writing = new Writing();

    @Mixin
    private final Speech speech = new Speech();

    @Mixin
    private final AuthorityReference reference = new AuthorityReference();

    @Option(
            names = "--from",
            required = true,
            paramLabel = "DATE",
            description = "first day (UTC) or RFC 3339 time without authority; never before the decision itself")
    private String from = "";

    @Override
    public Integer call() {
        try (Desk desk = writing.desk()) {
            ProposalView view = desk.propose(new Proposal.Withdraw(
                    reference.issuer(),
                    reference.type(),
                    ValidityText.beginning("The end of the authority", from),
                    desk.versionOfAuthority(reference.issuer(), reference.type())));
            speech.say(view, DecisionLines.of(view));
            return Exit.VALID;
        }
    }
}
