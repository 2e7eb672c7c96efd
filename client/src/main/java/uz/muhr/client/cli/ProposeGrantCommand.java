package uz.muhr.client.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uz.muhr.client.authority.ProposalView;
import uz.muhr.client.submission.ValidityText;
import uz.muhr.protocol.authority.Accreditation;
import uz.muhr.protocol.proposal.Proposal;

/** {@code muhr propose-grant}: proposes that an organisation may issue a type of document. */
@Command(
        name = "propose-grant",
        description = "Proposes that an organisation may issue a type of document; counts as an approval.")
final class ProposeGrantCommand implements Callable<Integer> {
    @Mixin
    private final Writing writing = new Writing();

    @Mixin
    private final Speech speech = new Speech();

    @Mixin
    private final AuthorityReference reference = new AuthorityReference();

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "first day (UTC) or RFC 3339 time")
    private String from = "";

    @Option(names = "--until", paramLabel = "DATE", description = "the first day (UTC) or time without authority")
    private @Nullable String until;

    @Option(
            names = "--accreditation",
            required = true,
            paramLabel = "REFERENCE",
            description = "under which it is granted, such as \"ISO/IEC 17065 UZ-0042\"; every member reads it")
    private String accreditation = "";

    @Override
    public Integer call() {
        try (Desk desk = writing.desk()) {
            ProposalView view = desk.propose(new Proposal.Grant(
                    reference.issuer(),
                    reference.type(),
                    ValidityText.beginning("The beginning of the grant", from),
                    Optional.ofNullable(until).map(text -> ValidityText.beginning("The end of the grant", text)),
                    new Accreditation(accreditation),
                    desk.versionOfAuthority(reference.issuer(), reference.type())));
            speech.say(view, DecisionLines.of(view));
            return Exit.VALID;
        }
    }
}
