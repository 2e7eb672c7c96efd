package uz.muhr.client.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uz.muhr.client.fabric.CheckpointLedger;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.witness.CosignedFile;
import uz.muhr.client.witness.Witnessing;

/** Who witnesses, and where it is kept what was signed. */
final class Witness {
    @Mixin
    private final Participant participant = new Participant();

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "${env:MUHR_DATA:-.muhr/client}",
            description = "where it is kept what was signed last (${DEFAULT-VALUE}): keep it, and use one for all"
                    + " clients of the organisation that sign")
    private @Nullable Path data;

    Ledger ledger() {
        return participant.ledger();
    }

    Witnessing witnessing(Ledger ledger) {
        CheckpointLedger chain = ledger.checkpoints();
        return new Witnessing(
                chain,
                CosignedFile.in(Objects.requireNonNull(data), chain.organisation(), chain.channel()),
                InstantSource.system());
    }
}
