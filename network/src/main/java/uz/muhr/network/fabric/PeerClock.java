package uz.muhr.network.fabric;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** How far a peer's clock is from ours, by the date of an answer from its operations port; good to about a second. */
final class PeerClock {
    /** A peer that stands still is waited for 5 s at least by the other questions. */
    private static final Duration PATIENCE = Duration.ofSeconds(7);

    private PeerClock() {}

    /** Seconds the peer is ahead; empty when it does not answer with a date. Asks while the caller asks other things. */
    static CompletableFuture<OptionalLong> skew(int operationsPort, Clock ours) {
        HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://" + Configuration.LOOPBACK + operationsPort + "/healthz"))
                .timeout(PATIENCE)
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .thenApply(answer -> skew(answer, ours.instant()))
                .exceptionally(silent -> OptionalLong.empty());
    }

    private static OptionalLong skew(HttpResponse<Void> answer, Instant now) {
        return answer.headers()
                .firstValue("date")
                .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .map(theirs -> OptionalLong.of(theirs.getEpochSecond() - now.getEpochSecond()))
                .orElse(OptionalLong.empty());
    }
}
