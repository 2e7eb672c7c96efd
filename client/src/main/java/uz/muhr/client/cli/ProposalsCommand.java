package uz.muhr.client.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import uz.muhr.client.authority.ProposalView;
import uz.muhr.client.fabric.Answered;
import uz.muhr.client.fabric.AuthorityLedger;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.proposal.ProposalList;

/** {@code muhr proposals}: what can be approved. */
@Command(name = "proposals", description = "Shows every member's proposals that can still be approved.")
final class ProposalsCommand implements Callable<Integer> {
    @Mixin
    private final Participant participant = new Participant();

    @Mixin
    private final Speech speech = new Speech();

    @Override
    public Integer call() {
        try (Ledger ledger = participant.ledger()) {
            AuthorityLedger authority = ledger.authority();
            List<ProposalView> open = new ArrayList<>();
            for (MspId member : authority.members().value().organisations()) {
                Answered<ProposalList> answer = authority.proposals(member);
                speech.sayWhoAnswered(ledger, answer);
                answer.value().proposals().forEach(record -> open.add(ProposalView.of(record)));
            }
            List<String> lines = new ArrayList<>();
            open.forEach(view -> lines.addAll(DecisionLines.of(view)));
            lines.add(open.size() == 1 ? "1 open proposal." : open.size() + " open proposals.");
            speech.say(open, lines);
            return Exit.VALID;
        }
    }
}
