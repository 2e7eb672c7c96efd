package uz.muhr.client.web.operations;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;
import uz.muhr.client.web.limit.Allowance;

/** How many asked more often than they may. */
@Component
final class LimitMetrics implements MeterBinder {
    private final Allowance verifications;

    LimitMetrics(Allowance verifications) {
        this.verifications = verifications;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        FunctionCounter.builder("muhr.verifications.refused", verifications, Allowance::refused)
                .description("Verifications refused since the start because their address asked too often")
                .register(meters);
    }
}
