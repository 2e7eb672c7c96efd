package uz.muhr.client.web.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;
import uz.muhr.client.journal.Waiting;
import uz.muhr.client.signing.Signers;

/** What waits in the journal; counted once a second, not for a scrape. */
@Component
final class QueueMetrics implements MeterBinder {
    private final Signers signers;

    QueueMetrics(Signers signers) {
        this.signers = signers;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        gauge(meters, "muhr.journal.waiting", "Submissions without an end", Waiting::count);
        gauge(
                meters,
                "muhr.journal.oldest.seconds",
                "Age of the oldest submission without an end",
                waiting -> waiting.oldest()
                        .map(oldest -> Duration.between(oldest, Instant.now()).toMillis() / 1_000.0)
                        .orElse(0.0));
    }

    private void gauge(MeterRegistry meters, String name, String meaning, ToDoubleFunction<Waiting> value) {
        Gauge.builder(name, signers, each -> each.waiting()
                        .map(value::applyAsDouble)
                        .orElse(Double.NaN))
                .description(meaning)
                .register(meters);
    }
}
