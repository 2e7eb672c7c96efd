package uz.muhr.client.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.authority.AuthorityView;
import uz.muhr.client.authority.AuthorityView.PeriodView;
import uz.muhr.client.authority.ProposalView;
import uz.muhr.client.verification.RecordView.ChangeView;

/** What the members decide together, for a person. */
final class DecisionLines {
    private DecisionLines() {}

    static List<String> of(ProposalView proposal) {
        List<String> lines = new ArrayList<>();
        lines.add((proposal.effective() ? "EFFECTIVE  " : "PROPOSED  ") + proposal.id());
        lines.add("  " + what(proposal));
        lines.add("  approved by "
                + proposal.approvals().stream().map(ChangeView::organisation).collect(Collectors.joining(", ")));
        if (!proposal.effective()) {
            lines.add("  open until " + proposal.expires()
                    + "; it takes effect when registrars of more than half of the members have approved it");
        }
        return lines;
    }

    static List<String> of(AuthorityView authority) {
        List<String> lines = new ArrayList<>();
        lines.add(authority.issuer() + "  " + type(authority.type(), authority.typeName()) + ", version "
                + authority.sequence());
        for (PeriodView period : authority.periods()) {
            lines.add("  " + span(period.from(), period.until())
                    + (period.accreditation() == null ? "" : ", accreditation " + period.accreditation()));
        }
        if (authority.distrustedSince() != null) {
            lines.add("  distrusted since " + authority.distrustedSince());
        }
        return lines;
    }

    private static String what(ProposalView proposal) {
        return switch (proposal.kind()) {
            case "grant" ->
                proposal.organisation() + " may issue " + type(proposal.type(), proposal.typeName()) + " "
                        + span(proposal.from(), proposal.until()) + ", accreditation " + proposal.accreditation();
            case "withdraw" ->
                proposal.organisation() + " may no longer issue " + type(proposal.type(), proposal.typeName())
                        + " from " + proposal.from() + " on";
            case "distrust" ->
                "what " + proposal.organisation() + " issued as " + type(proposal.type(), proposal.typeName())
                        + " since " + proposal.from() + " is not believed";
            case "distrust-certificate" ->
                "what certificate " + proposal.certificate() + " signed since " + proposal.from() + " is not believed";
            default -> proposal.organisation() + " becomes a member";
        };
    }

    private static String type(@Nullable String code, @Nullable String name) {
        return name + " (type " + code + ")";
    }

    private static String span(@Nullable String from, @Nullable String until) {
        return "from " + from + (until == null ? "" : " until " + until);
    }
}
