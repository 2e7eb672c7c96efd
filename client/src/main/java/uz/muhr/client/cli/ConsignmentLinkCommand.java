package uz.muhr.client.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.voyage.Undertakings;

/** {@code muhr consignment link}. */
@Command(name = "link", description = "Takes containers and documents into a consignment; by whoever opened it.")
final class ConsignmentLinkCommand implements Callable<Integer> {
    @Mixin
    private final Participant participant = new Participant();

    @Mixin
    private final Speech speech = new Speech();

    @Mixin
    private final ConsignmentName consignment = new ConsignmentName();

    @Mixin
    private final Cargo cargo = new Cargo();

    @Override
    public Integer call() {
        try (Ledger ledger = participant.ledger();
                Undertakings undertakings = new Undertakings(ledger, consignment.file())) {
            VoyageLines.say(
                    speech,
                    "LINKED",
                    consignment.file(),
                    undertakings.link(cargo.containers(), cargo.documents(speech.err())));
            return Exit.VALID;
        }
    }
}
