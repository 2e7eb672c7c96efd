package uz.muhr.client.cli;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uz.muhr.client.authority.ProposalView;
import uz.muhr.client.submission.ValidityText;
import uz.muhr.protocol.identifier.CertificateHash;
import uz.muhr.protocol.proposal.Proposal;

/** {@code muhr distrust}: proposes that what was anchored since a moment is not believed. */
@Command(
        name = "distrust",
        description = {
            "Proposes that what an organisation anchored of a type, or a certificate signed, since a moment is not"
                    + " believed; counts as an approval.",
            "Documents anchored from then on read NOT_AUTHORISED; earlier ones stay as they are."
        })
final class DistrustCommand implements Callable<Integer> {
    @Mixin
    private final Writing writing = new Writing();

    @Mixin
    private final Speech speech = new Speech();

    @ArgGroup(multiplicity = "1")
    private final Suspect suspect = new Suspect();

    @Option(names = "--since", required = true, paramLabel = "TIME", description = "first day (UTC) or RFC 3339 time")
    private String since = "";

    /** Whom or what is not believed. */
    static final class Suspect {
        @ArgGroup(exclusive = false)
        private @Nullable AuthorityReference authority;

        @Option(
                names = "--certificate",
                paramLabel = "SHA-256",
                description = "the hash of one certificate, as histories show it")
        private @Nullable String certificate;
    }

    @Override
    public Integer call() {
        Instant from = ValidityText.beginning("The beginning of the distrust", since);
        try (Desk desk = writing.desk()) {
            ProposalView view = desk.propose(proposal(desk, from));
            speech.say(view, DecisionLines.of(view));
            return Exit.VALID;
        }
    }

    private Proposal proposal(Desk desk, Instant from) {
        if (suspect.certificate != null) {
            CertificateHash certificate = new CertificateHash(suspect.certificate);
            return new Proposal.DistrustCertificate(certificate, from, desk.versionOfCertificate(certificate));
        }
        if (suspect.authority == null) {
            throw new IllegalStateException("picocli lets in nothing else");
        }
        AuthorityReference authority = suspect.authority;
        return new Proposal.Distrust(
                authority.issuer(),
                authority.type(),
                from,
                desk.versionOfAuthority(authority.issuer(), authority.type()));
    }
}
