package uz.muhr.client.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import uz.muhr.protocol.seal.SealAct;

/** {@code muhr seal remove}. */
@Command(name = "remove", description = "Takes a seal off at the destination, for good.")
final class SealRemoveCommand implements Callable<Integer> {
    @Mixin
    private final SealActing acting = new SealActing();

    @Override
    public Integer call() {
        return acting.act("REMOVED", new SealAct.Remove());
    }
}
