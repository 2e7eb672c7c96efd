package uz.muhr.client.cli;

import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import uz.muhr.client.following.FollowingState;
import uz.muhr.client.register.Register;
import uz.muhr.client.register.RegisterView.AsOf;

/** {@code muhr register rebuild}: makes the register anew from block 0. */
@Command(
        name = "rebuild",
        description = "Deletes the register and makes it anew from block 0; its progress is on standard error.",
        footer = {"", "Interrupted, it goes on where it was with the next search, or from the beginning when run again."
        })
final class RegisterRebuildCommand implements Callable<Integer> {
    @Mixin
    private final LocalRegister local = new LocalRegister();

    @Mixin
    private final Speech speech = new Speech();

    @Override
    public Integer call() {
        RebuildProgress progress = new RebuildProgress(speech.err());
        try (Register register = Register.openAnew(local.settings())) {
            return local.whenLevel(register, progress, (open, state) -> report(open, state, progress));
        }
    }

    private int report(Register register, FollowingState state, RebuildProgress progress) {
        progress.end(state);
        AsOf asOf = AsOf.of(register.asOf(), state, Instant.now());
        speech.say(asOf, RegisterLines.of(asOf));
        return state.fault().isEmpty() ? Exit.VALID : Exit.UNDETERMINED;
    }
}
