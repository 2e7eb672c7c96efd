package uz.muhr.client.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import uz.muhr.protocol.seal.SealAct;

/** {@code muhr seal accept}. */
@Command(name = "accept", description = "Takes a seal that was handed over into the organisation's custody.")
final class SealAcceptCommand implements Callable<Integer> {
    @Mixin
    private final SealActing acting = new SealActing();

    @Override
    public Integer call() {
        return acting.act("ACCEPTED", new SealAct.Accept());
    }
}
