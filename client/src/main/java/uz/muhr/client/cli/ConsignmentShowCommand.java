package uz.muhr.client.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.submission.ValidityText;
import uz.muhr.client.voyage.ConsignmentView;
import uz.muhr.client.voyage.Survey;
import uz.muhr.protocol.integrity.SealVerdict;

/** {@code muhr consignment show}. */
@Command(
        name = "show",
        description =
                "Says whether a consignment's seals held, who had custody of them when, and what its documents are worth.")
final class ConsignmentShowCommand implements Callable<Integer> {
    @Mixin
    private final Participant participant = new Participant();

    @Mixin
    private final Speech speech = new Speech();

    @Mixin
    private final ConsignmentName consignment = new ConsignmentName();

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "what was recorded up to this time; a date means its last second (UTC)")
    private @Nullable String at;

    @Override
    public Integer call() {
        try (Ledger ledger = participant.ledger()) {
            ConsignmentView view = new Survey(ledger)
                    .look(
                            consignment.file().read(),
                            Optional.ofNullable(at).map(text -> ValidityText.moment("The time that is asked", text)));
            speech.say(view, ConsignmentLines.of(view));
            return Exit.of(SealVerdict.valueOf(view.verdict()));
        }
    }
}
