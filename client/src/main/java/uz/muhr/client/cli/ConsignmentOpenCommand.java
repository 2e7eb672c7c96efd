package uz.muhr.client.cli;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uz.muhr.client.consignment.ConsignmentReceipt;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.voyage.Undertakings;
import uz.muhr.protocol.freight.Ucr;

/** {@code muhr consignment open}. */
@Command(
        name = "open",
        description = "Opens a consignment; its receipt is written beside.",
        footer = {"", "Interrupted, it is simply run again: nothing is opened twice."})
final class ConsignmentOpenCommand implements Callable<Integer> {
    @Mixin
    private final Participant participant = new Participant();

    @Mixin
    private final Speech speech = new Speech();

    @Mixin
    private final ConsignmentName consignment = new ConsignmentName();

    @Mixin
    private final Cargo cargo = new Cargo();

    @Option(names = "--ucr", paramLabel = "REFERENCE", description = "its unique consignment reference (WCO)")
    private @Nullable String ucr;

    @Override
    public Integer call() {
        Optional<Ucr> reference = Optional.ofNullable(ucr).map(Ucr::parse);
        try (Ledger ledger = participant.ledger();
                Undertakings undertakings = new Undertakings(ledger, consignment.file())) {
            ConsignmentReceipt pending = new ConsignmentReceipt(
                    ledger.organisation(),
                    ConsignmentReceipt.newSecret(new SecureRandom()),
                    reference,
                    cargo.containers(),
                    cargo.documents(speech.err()),
                    List.of(),
                    List.of(),
                    Optional.empty());
            VoyageLines.say(speech, "OPENED", consignment.file(), undertakings.open(pending));
            return Exit.VALID;
        }
    }
}
