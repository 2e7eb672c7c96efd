package uz.muhr.client.web.operations;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;
import uz.muhr.client.following.BlockMark;
import uz.muhr.client.following.FollowingState;
import uz.muhr.client.following.Lag;
import uz.muhr.client.register.LiveRegister;

/** What the follower counts; the rate of {@code muhr.register.rows} is rows a second. Nothing is asked for a scrape. */
@Component
final class RegisterMetrics implements MeterBinder {
    private final LiveRegister register;

    RegisterMetrics(LiveRegister register) {
        this.register = register;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        FunctionCounter.builder(
                        "muhr.register.blocks", register, each -> each.state().blocks())
                .description("Blocks followed since the start")
                .register(meters);
        FunctionCounter.builder(
                        "muhr.register.rows", register, each -> each.state().rows())
                .description("Versions of documents written since the start")
                .register(meters);
        gauge(meters, "muhr.register.block", "The last block followed", state -> state.last()
                .map(BlockMark::number)
                .map(Long::doubleValue)
                .orElse(Double.NaN));
        gauge(
                meters,
                "muhr.register.lag.blocks",
                "Blocks the peer has and the register has not",
                state -> lag(state, Lag::blocks));
        gauge(
                meters,
                "muhr.register.lag.seconds",
                "Age of the last block while any is missing",
                state -> lag(state, Lag::seconds));
        gauge(
                meters,
                "muhr.register.following",
                "1 while blocks are read, 0 while something prevents it",
                state -> state.fault().isEmpty() ? 1 : 0);
    }

    private void gauge(MeterRegistry meters, String name, String meaning, ToDoubleFunction<FollowingState> value) {
        Gauge.builder(name, register, each -> value.applyAsDouble(each.state()))
                .description(meaning)
                .register(meters);
    }

    private static double lag(FollowingState state, ToDoubleFunction<Lag> part) {
        return state.last()
                .map(mark -> part.applyAsDouble(state.lag(mark, Instant.now())))
                .orElse(Double.NaN);
    }
}
