package uz.muhr.client.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import uz.muhr.protocol.seal.SealAct;

/** {@code muhr seal decline}. */
@Command(name = "decline", description = "Does not take a seal that was handed over; its holder keeps custody.")
final class SealDeclineCommand implements Callable<Integer> {
    @Mixin
    private final SealActing acting = new SealActing();

    @Override
    public Integer call() {
        return acting.act("DECLINED", new SealAct.Decline());
    }
}
