package uz.muhr.client.cli;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uz.muhr.client.following.FollowingState;
import uz.muhr.client.register.Register;

/** Where a question to the register goes: to a running client, or to the register on this machine. */
final class RegisterAccess {
    @Mixin
    private final LocalRegister local = new LocalRegister();

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "${env:MUHR_SERVER}",
            description = "ask a running client, such as http://127.0.0.1:8080, in place of this machine's register")
    private @Nullable String server;

    /** An answer out of an open register. */
    @FunctionalInterface
    interface Local<T> {
        T answer(Register register, FollowingState state, Instant now);
    }

    /** The answer to words, from wherever it comes. */
    <T> T ask(String path, Map<String, String> words, Class<T> type, Local<T> question) {
        if (server != null) {
            return new Server(new ServerAddress(server)).get(path, words, type);
        }
        try (Register register = Register.open(local.settings())) {
            return local.whenLevel(register, state -> {}, (open, state) -> question.answer(open, state, Instant.now()));
        }
    }
}
