package uz.muhr.client.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.seal.SealAct;

/** {@code muhr seal hand-over}. */
@Command(name = "hand-over", description = "Hands a seal over to another organisation, which then accepts it.")
final class SealHandOverCommand implements Callable<Integer> {
    @Mixin
    private final SealActing acting = new SealActing();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "MSP",
            description = "the organisation that receives it, such as CustomsMSP")
    private String to = "";

    @Override
    public Integer call() {
        return acting.act("HANDED OVER", new SealAct.HandOver(new MspId(to)));
    }
}
