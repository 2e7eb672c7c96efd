package uz.muhr.client.webhook;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends messages, each over a connection of its own, and believes the status alone. The whole of it has one deadline, no
 * redirect is followed, and of an answer only so much is read as a receiver has reason to send.
 */
final class Courier implements AutoCloseable {
    private static final int MOST_OF_A_BODY = 16 << 10;
    private static final int LONGEST_LINE = 8 << 10;
    private static final int MOST_HEADERS = 100;
    private static final int GONE = 410;

    private final Duration deadline;
    private final CloseableHttpClient http;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "webhook-deadline");
        thread.setDaemon(true);
        return thread;
    });

    /** @param atOnce how many messages are on their way at a time */
    Courier(Reach reach, Duration deadline, int atOnce) {
        this.deadline = deadline;
        Timeout timeout = Timeout.of(deadline);
        HttpClientConnectionManager connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(reach)
                .setMaxConnTotal(atOnce)
                .setMaxConnPerRoute(atOnce)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(MOST_HEADERS)
                                .setMaxLineLength(LONGEST_LINE)
                                .build())
                        .build())
                .build();
        this.http = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(timeout).build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent("Muhr")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    Answer send(Target target, Message message, Secret secret) {
        HttpPost request = new HttpPost(target.url());
        message.headers(secret).forEach(request::setHeader);
        request.setEntity(
                new ByteArrayEntity(message.body().getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON));
        Future<?> end = clock.schedule(request::cancel, deadline.toMillis(), TimeUnit.MILLISECONDS);
        try {
            ClassicHttpResponse response = http.executeOpen(null, request, null);
            Answer answer = answer(response.getCode());
            leave(request, response);
            return answer;
        } catch (IOException e) {
            return new Answer.Failed(request.isCancelled() ? late() : reason(e));
        } finally {
            end.cancel(false);
        }
    }

    /** A receiver that is cut off while it writes may take its own work for failed, so some of it is read. */
    private static void leave(HttpPost request, ClassicHttpResponse response) {
        try (response) {
            HttpEntity entity = response.getEntity();
            if (entity != null && entity.getContent().readNBytes(MOST_OF_A_BODY).length == MOST_OF_A_BODY) {
                request.cancel();
            }
        } catch (IOException e) {
            // The status was said before; whatever becomes of the rest says nothing more.
            request.cancel();
        }
    }

    private static Answer answer(int status) {
        if (status / 100 == 2) {
            return new Answer.Taken();
        }
        return status == GONE
                ? new Answer.Gone()
                : new Answer.Failed("The receiver answered with status " + status + ".");
    }

    private String reason(IOException failure) {
        if (failure instanceof OutOfReachException) {
            return "The receiver's name stands for an address that is not public; nothing was sent.";
        }
        if (failure instanceof UnknownHostException) {
            return "The receiver's name stands for no address.";
        }
        if (failure instanceof SSLException) {
            return "The receiver could not prove who it is (TLS).";
        }
        if (failure instanceof InterruptedIOException) {
            return late();
        }
        return failure instanceof ConnectException
                ? "The receiver takes no connection."
                : "The connection to the receiver broke off.";
    }

    private String late() {
        return "The receiver did not answer within " + deadline.toSeconds() + " s.";
    }

    @Override
    public void close() {
        clock.shutdownNow();
        http.close(CloseMode.IMMEDIATE);
    }
}
