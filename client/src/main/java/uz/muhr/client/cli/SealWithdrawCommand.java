package uz.muhr.client.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import uz.muhr.protocol.seal.SealAct;

/** {@code muhr seal withdraw}. */
@Command(name = "withdraw", description = "Takes back that a seal was handed over, before it is accepted.")
final class SealWithdrawCommand implements Callable<Integer> {
    @Mixin
    private final SealActing acting = new SealActing();

    @Override
    public Integer call() {
        return acting.act("WITHDRAWN", new SealAct.Withdraw());
    }
}
