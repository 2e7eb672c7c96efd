package uz.muhr.client.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import uz.muhr.client.register.RegisterView.AsOf;

/** {@code muhr register status}: as of which block it is. */
@Command(name = "status", description = "Says as of which block the register is, and how far behind the peer.")
final class RegisterStatusCommand implements Callable<Integer> {
    @Mixin
    private final RegisterAccess access = new RegisterAccess();

    @Mixin
    private final Speech speech = new Speech();

    @Override
    public Integer call() {
        AsOf asOf = access.ask(
                "/api/register/status",
                Map.of(),
                AsOf.class,
                (register, state, now) -> AsOf.of(register.asOf(), state, now));
        speech.say(asOf, RegisterLines.of(asOf));
        return Exit.VALID;
    }
}
