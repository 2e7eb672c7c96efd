package uz.muhr.client.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uz.muhr.protocol.seal.BreakReason;
import uz.muhr.protocol.seal.SealAct;

/** {@code muhr seal break}. */
@Command(name = "break", description = "Breaks a seal as an authority: customs or plant quarantine.")
final class SealBreakCommand implements Callable<Integer> {
    @Mixin
    private final SealActing acting = new SealActing();

    @Option(
            names = "--reason",
            defaultValue = "inspection",
            paramLabel = "WORD",
            description = "inspection, sampling, seizure or danger (${DEFAULT-VALUE})")
    private String reason = "";

    @Override
    public Integer call() {
        return acting.act("BROKEN", new SealAct.Break(BreakReason.parse(reason)));
    }
}
