package uz.muhr.client.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uz.muhr.client.voyage.Conditions;
import uz.muhr.protocol.freight.SealCondition;

/** {@code muhr seal report}. */
@Command(name = "report", description = "Reports that something is wrong with a seal.")
final class SealReportCommand implements Callable<Integer> {
    @Mixin
    private final SealActing acting = new SealActing();

    @Option(
            names = "--condition",
            required = true,
            paramLabel = "WORD",
            description = "damaged, missing, broken or faulty (UNTDID 4517)")
    private String condition = "";

    @Override
    public Integer call() {
        SealCondition found = Conditions.parse(condition);
        return acting.with(
                "REPORTED",
                (undertakings, ledger) -> undertakings.report(acting.choice().seal(ledger), found, acting.occasion()));
    }
}
