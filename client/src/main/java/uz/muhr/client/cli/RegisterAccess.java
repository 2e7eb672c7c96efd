package uz.muhr.client.cli;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import uz.muhr.client.following.FollowingState;
import uz.muhr.client.register.Register;

/** Where a question to the register goes: to a running client, or to the register on this machine. */
final class RegisterAccess {
    @Mixin
    private final LocalRegister local = new LocalRegister();

    @Mixin
    private final ServerOptions server = new ServerOptions();

    /** An answer out of an open register. */
    @FunctionalInterface
    interface Local<T> {
        T answer(Register register, FollowingState state, Instant now);
    }

    /** The answer to words, from wherever it comes. */
    <T> T ask(String path, Map<String, String> words, Class<T> type, Local<T> question) {
        Optional<Server> running = server.server();
        if (running.isPresent()) {
            return running.get().get(path, words, type);
        }
        try (Register register = Register.open(local.settings())) {
            return local.whenLevel(register, state -> {}, (open, state) -> question.answer(open, state, Instant.now()));
        }
    }
}
