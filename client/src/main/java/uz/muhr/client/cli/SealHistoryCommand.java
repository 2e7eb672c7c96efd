package uz.muhr.client.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import uz.muhr.client.fabric.Answered;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.voyage.SealEventView;
import uz.muhr.client.voyage.Survey;

/** {@code muhr seal history}: every event of a seal, each reading too. */
@Command(
        name = "history",
        description = "Shows every event of a seal, each reading too, oldest first; the chain of hashes is checked.")
final class SealHistoryCommand implements Callable<Integer> {
    @Mixin
    private final Participant participant = new Participant();

    @Mixin
    private final Speech speech = new Speech();

    @Mixin
    private final SealChoice choice = new SealChoice();

    @Override
    public Integer call() {
        try (Ledger ledger = participant.ledger()) {
            Answered<List<SealEventView>> events =
                    new Survey(ledger).events(choice.file().read(), choice.seal(ledger));
            speech.sayWhoAnswered(ledger, events);
            List<String> lines = new ArrayList<>();
            events.value().forEach(event -> lines.add(ConsignmentLines.event(event)));
            lines.add(
                    events.value().size() == 1 ? "1 event." : events.value().size() + " events, one chain of hashes.");
            speech.say(events.value(), lines);
            return Exit.VALID;
        }
    }
}
