package uz.muhr.client.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.voyage.NewSeal;
import uz.muhr.client.voyage.Undertakings;
import uz.muhr.protocol.freight.ContainerNumber;
import uz.muhr.protocol.refusal.Refusal;

/** {@code muhr seal affix}. */
@Command(
        name = "affix",
        description = "Puts a seal on a container of the consignment.",
        footer = {
            "",
            "An organisation affixes a seal once: in which consignment it did so, its registry key tells, which is made and"
                    + " registered by the first seal and kept in the data folder."
        })
final class SealAffixCommand implements Callable<Integer> {
    @Mixin
    private final Participant participant = new Participant();

    @Mixin
    private final Speech speech = new Speech();

    @Mixin
    private final ConsignmentName consignment = new ConsignmentName();

    @Parameters(index = "1", paramLabel = "SEAL", description = "the seal's number")
    private String number = "";

    @Option(
            names = "--container",
            paramLabel = "N",
            description = "on which container; may be left out when the consignment has one")
    private @Nullable String container;

    @Mixin
    private final NewSealOptions description = new NewSealOptions();

    @Mixin
    private final OccasionOptions occasion = new OccasionOptions();

    @Mixin
    private final RegistryOption registry = new RegistryOption();

    @Override
    public Integer call() {
        NewSeal seal = description.seal(container(), number);
        try (Ledger ledger = participant.ledger();
                Undertakings undertakings = new Undertakings(ledger, consignment.file())) {
            VoyageLines.say(
                    speech,
                    "AFFIXED",
                    consignment.file(),
                    undertakings.affix(registry.registry(ledger), seal, occasion.occasion(speech.err())));
            return Exit.VALID;
        }
    }

    private ContainerNumber container() {
        if (container != null) {
            return ContainerNumber.parse(container);
        }
        List<ContainerNumber> all = consignment.file().read().containers();
        if (all.size() != 1) {
            throw Refusal.malformed("The consignment has " + all.size() + " containers: say which with --container.");
        }
        return all.get(0);
    }
}
