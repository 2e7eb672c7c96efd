package uz.muhr.client.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.proof.ProofFile;
import uz.muhr.proof.bundle.NetworkTrust;
import uz.muhr.protocol.identifier.MspId;

/** {@code muhr trust}: writes down whom a proof rests on. */
@Command(
        name = "trust",
        description =
                "Writes the trust file that proofs are verified with: the channel's first configuration and the members.",
        footer = {"", "All that a proof shows rests on it: compare the pin with another participant's by another way."})
final class TrustCommand implements Callable<Integer> {
    @Mixin
    private final Participant participant = new Participant();

    @Mixin
    private final Speech speech = new Speech();

    @Mixin
    private final StampRoots stampRoots = new StampRoots();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "T",
            description = "where to write it, such as network-trust.json")
    private @Nullable Path output;

    /**
     * What was written.
     *
     * @param pin what two people compare
     */
    record View(String file, String channel, String pin, List<String> organisations) {}

    @Override
    public Integer call() {
        Path file = Objects.requireNonNull(output);
        try (Ledger ledger = participant.ledger()) {
            NetworkTrust trust = stampRoots.in(ledger.proofs().trust());
            new ProofFile(file).write(trust.write());
            View view = new View(
                    file.toString(),
                    trust.channel(),
                    trust.pin(),
                    trust.organisations().stream().map(MspId::value).toList());
            speech.say(
                    view,
                    List.of(
                            "WRITTEN  " + view.file(),
                            "  channel        " + view.channel(),
                            "  pin            " + view.pin(),
                            "  organisations  " + String.join(", ", view.organisations()),
                            "  Compare the pin with another participant's before you hand it on."));
            return Exit.VALID;
        }
    }
}
