package uz.muhr.client.web.operations;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;
import uz.muhr.client.web.feed.Feed;
import uz.muhr.client.webhook.Deliveries;

/** Who was told of events, and how often in vain. */
@Component
final class FeedMetrics implements MeterBinder {
    private final Feed feed;
    private final Deliveries deliveries;

    FeedMetrics(Feed feed, Deliveries deliveries) {
        this.feed = feed;
        this.deliveries = deliveries;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("muhr.feed.readers", feed, Feed::readers)
                .description("Readers that are connected")
                .register(meters);
        FunctionCounter.builder("muhr.feed.events", feed, Feed::told)
                .description("Events told to readers since the start")
                .register(meters);
        FunctionCounter.builder("muhr.webhooks.delivered", deliveries, Deliveries::taken)
                .description("Messages that receivers took since the start")
                .register(meters);
        FunctionCounter.builder("muhr.webhooks.failed", deliveries, Deliveries::failed)
                .description("Attempts that failed since the start")
                .register(meters);
    }
}
