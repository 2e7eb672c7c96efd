package uz.muhr.client.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uz.muhr.client.authority.AuthorityView;
import uz.muhr.client.fabric.Answered;
import uz.muhr.client.fabric.AuthorityLedger;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.protocol.authority.Authorities;
import uz.muhr.protocol.identifier.MspId;

/** {@code muhr authorities}: who may issue what. */
@Command(name = "authorities", description = "Shows who may issue which type of document, and since when.")
final class AuthoritiesCommand implements Callable<Integer> {
    @Mixin
    private final Participant participant = new Participant();

    @Mixin
    private final Speech speech = new Speech();

    @Option(
            names = "--issuer",
            paramLabel = "MSP",
            description = "of this organisation alone (otherwise of all members)")
    private @Nullable String issuer;

    @Override
    public Integer call() {
        try (Ledger ledger = participant.ledger()) {
            AuthorityLedger authority = ledger.authority();
            List<MspId> issuers =
                    issuer == null ? authority.members().value().organisations() : List.of(new MspId(issuer));
            List<AuthorityView> views = new ArrayList<>();
            for (MspId each : issuers) {
                Answered<Authorities> answer = authority.authorities(each);
                speech.sayWhoAnswered(ledger, answer);
                answer.value().records().forEach(record -> views.add(AuthorityView.of(record)));
            }
            List<String> lines = new ArrayList<>();
            views.forEach(view -> lines.addAll(DecisionLines.of(view)));
            speech.say(views, lines);
            return Exit.VALID;
        }
    }
}
