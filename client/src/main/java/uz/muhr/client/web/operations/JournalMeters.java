package uz.muhr.client.web.operations;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import uz.muhr.client.journal.JournalListener;
import uz.muhr.client.journal.Submitted;

/** How the writes go: time by stage, sizes of groups, attempts that came to nothing, and ends. */
@Component
final class JournalMeters implements JournalListener {
    private final Map<Stage, Timer> stages = new EnumMap<>(Stage.class);
    private final DistributionSummary groups;
    private final Counter overtaken;
    private final Counter putOff;
    private final MeterRegistry meters;

    JournalMeters(MeterRegistry meters) {
        this.meters = meters;
        for (Stage stage : Stage.values()) {
            stages.put(
                    stage,
                    Timer.builder("muhr.write.stage")
                            .description("Time of each stage of a transaction")
                            .tag("stage", stage.name().toLowerCase(Locale.ROOT))
                            .publishPercentiles(0.5, 0.95, 0.99)
                            .register(meters));
        }
        groups = DistributionSummary.builder("muhr.write.group")
                .description("Documents that share a transaction")
                .publishPercentiles(0.5, 0.95)
                .register(meters);
        overtaken = Counter.builder("muhr.write.overtaken")
                .description("Transactions before which another came")
                .register(meters);
        putOff = Counter.builder("muhr.journal.retries")
                .description("Attempts after which a submission had no end")
                .register(meters);
    }

    @Override
    public void took(Stage stage, Duration time) {
        Timer timer = stages.get(stage);
        if (timer != null) {
            timer.record(time);
        }
    }

    @Override
    public void group(int documents) {
        groups.record(documents);
    }

    @Override
    public void overtaken() {
        overtaken.increment();
    }

    @Override
    public void settled(Submitted submitted) {
        meters.counter("muhr.journal.settled", "kind", submitted.wish().kind(), "state", submitted.stateName())
                .increment();
    }

    @Override
    public void putOff(Submitted submitted) {
        putOff.increment();
    }

    @Override
    public void failed(Exception fault) {}
}
