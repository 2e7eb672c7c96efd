package uz.muhr.client.fabric;

import io.grpc.CallOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** How long each stage may take. The SDK has no deadlines of its own, and a status is otherwise awaited for ever. */
final class Deadlines {
    static final Duration READ = Duration.ofSeconds(4);
    static final Duration ENDORSE = Duration.ofSeconds(15);
    static final Duration SUBMIT = Duration.ofSeconds(10);
    static final Duration COMMIT = Duration.ofSeconds(30);

    private Deadlines() {}

    static UnaryOperator<CallOptions> within(Duration time) {
        return options -> options.withDeadlineAfter(time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
