package uz.muhr.client.cli;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.following.Following;
import uz.muhr.client.following.FollowingState;
import uz.muhr.client.register.Register;
import uz.muhr.client.register.RegisterSettings;
import uz.muhr.client.register.RegisterUnavailableException;

/** The register of this machine, or the PostgreSQL that the environment names. */
final class LocalRegister {
    @Mixin
    private final Participant participant = new Participant();

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "${env:MUHR_DATA:-.muhr/client}",
            description = "where the register is kept (${DEFAULT-VALUE}), unless MUHR_REGISTER_URL names a PostgreSQL")
    private @Nullable Path data;

    /** What is done with the register once it is level with the ledger, or as far as it could come. */
    @FunctionalInterface
    interface Question<T> {
        T ask(Register register, FollowingState state);
    }

    RegisterSettings settings() {
        if (data == null) {
            throw new IllegalStateException("A command is run once its options are parsed.");
        }
        QuietLogs.set();
        return RegisterSettings.of(
                data,
                System.getenv("MUHR_REGISTER_URL"),
                System.getenv("MUHR_REGISTER_USER"),
                System.getenv("MUHR_REGISTER_PASSWORD"));
    }

    /**
     * Follows the ledger up to its present end, then asks. When the ledger gives no answer, the register is asked as it is,
     * and the state says why.
     *
     * @param progress told of every change
     * @throws RegisterUnavailableException when there is not even one block to ask
     */
    <T> T whenLevel(Register register, Consumer<FollowingState> progress, Question<T> question) {
        try (Ledger ledger = participant.ledger();
                Following following = new Following(ledger.blocks(), register.followed(), register.rows(), progress)) {
            following.catchUp();
            FollowingState state = following.state();
            if (state.last().isEmpty()) {
                throw new RegisterUnavailableException(
                        "The register is empty. " + state.fault().orElse(""), null);
            }
            return question.ask(register, state);
        }
    }
}
