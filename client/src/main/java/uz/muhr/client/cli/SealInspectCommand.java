package uz.muhr.client.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uz.muhr.client.voyage.Conditions;
import uz.muhr.protocol.seal.SealAct;

/** {@code muhr seal inspect}. */
@Command(name = "inspect", description = "Records in what condition a seal was found.")
final class SealInspectCommand implements Callable<Integer> {
    @Mixin
    private final SealActing acting = new SealActing();

    @Option(
            names = "--condition",
            defaultValue = "right",
            paramLabel = "WORD",
            description = "right, damaged, missing, broken or faulty (UNTDID 4517; ${DEFAULT-VALUE})")
    private String condition = "";

    @Override
    public Integer call() {
        return acting.act("INSPECTED", new SealAct.Inspect(Conditions.parse(condition)));
    }
}
