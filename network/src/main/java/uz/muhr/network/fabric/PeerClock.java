package uz.muhr.network.fabric;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;

/** How far a peer's clock is from ours, by the date of an answer from its operations port; good to about a second. */
final class PeerClock {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private PeerClock() {}

    /** Seconds the peer is ahead; empty when it does not answer with a date. */
    static OptionalLong skew(int operationsPort, Clock ours) {
        HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://" + Configuration.LOOPBACK + operationsPort + "/healthz"))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());
            return answer.headers()
                    .firstValue("date")
                    .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant())
                    .map(theirs -> OptionalLong.of(
                            theirs.getEpochSecond() - ours.instant().getEpochSecond()))
                    .orElse(OptionalLong.empty());
        } catch (IOException | DateTimeException silent) {
            return OptionalLong.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }
}
