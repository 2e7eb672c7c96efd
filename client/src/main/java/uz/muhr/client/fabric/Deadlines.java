package uz.muhr.client.fabric;

import io.grpc.CallOptions;
import io.grpc.Deadline;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * How long each stage may take, over all gateways together. The SDK has no deadlines of its own, and a status is otherwise
 * awaited for ever.
 */
final class Deadlines {
    static final Duration READ = Duration.ofSeconds(4);

    /** A history that comes in many pages, such as that of an electronic seal with thousands of readings. */
    static final Duration WHOLE = Duration.ofSeconds(20);

    static final Duration ENDORSE = Duration.ofSeconds(15);

    /** How long the peers of other organisations may be a block behind before their answer is taken for their last word. */
    static final Duration LEVEL = Duration.ofSeconds(4);

    /** The same for an answer that can also be had without one of them, of which a proof may take a thousand. */
    static final Duration ATTESTERS_LEVEL = Duration.ofMillis(800);

    static final Duration SUBMIT = Duration.ofSeconds(10);
    static final Duration COMMIT = Duration.ofSeconds(30);

    private Deadlines() {}

    static Deadline in(Duration time) {
        return Deadline.after(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    static UnaryOperator<CallOptions> by(Deadline deadline) {
        return options -> options.withDeadline(deadline);
    }

    /** What is left until a deadline, divided evenly among those that may still be asked. */
    static Deadline share(Deadline total, int left) {
        return Deadline.after(total.timeRemaining(TimeUnit.NANOSECONDS) / left, TimeUnit.NANOSECONDS);
    }
}
