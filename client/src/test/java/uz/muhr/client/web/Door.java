package uz.muhr.client.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.access.TestKey;

/** The real application on a free port, and a client of it with a key that may do everything. */
final class Door implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Set<Integer> DONE = Set.of(200, 201);

    private final ConfigurableApplicationContext application;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private Door(ConfigurableApplicationContext application) {
        this.application = application;
    }

    /** @param more settings, as on the command line */
    static Door open(Path profiles, String as, Path data, String... more) {
        String[] settings = Stream.concat(
                        Stream.of(
                                "--server.port=0",
                                "--muhr.profiles=" + profiles,
                                "--muhr.as=" + as,
                                "--muhr.data=" + data),
                        Stream.of(more))
                .toArray(String[]::new);
        TestKey.admit(settings);
        return new Door(SpringApplication.run(WebApplication.class, settings));
    }

    int port() {
        return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    Reply get(String path) {
        return send(request(path).GET());
    }

    Reply delete(String path) {
        return send(request(path).DELETE());
    }

    Reply json(String path, String body) {
        return send(postingJson(path, body));
    }

    HttpRequest.Builder postingJson(String path, String body) {
        return request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    /** The content of an answer that is no text. */
    byte[] bytes(HttpRequest.Builder request) {
        return asked(request, BodyHandlers.ofByteArray()).body();
    }

    /** A form of somebody who does not say who it is. */
    Reply strangersForm(String path, Form form) {
        return send(
                stranger(path).header("Content-Type", Form.CONTENT_TYPE).POST(BodyPublishers.ofByteArray(form.end())));
    }

    Reply form(String path, Form form) {
        return form(path, BodyPublishers.ofByteArray(form.end()));
    }

    Reply form(String path, BodyPublisher body) {
        return send(request(path).header("Content-Type", Form.CONTENT_TYPE).POST(body));
    }

    /** The same, to be answered at once. */
    Reply async(String path, Form form) {
        return send(request(path)
                .header("Content-Type", Form.CONTENT_TYPE)
                .header("Prefer", "respond-async")
                .POST(BodyPublishers.ofByteArray(form.end())));
    }

    /** What became of a write that was accepted, once it is settled. */
    Reply settled(Reply accepted) {
        String where = accepted.is(202).header("Location");
        Awaited.until(() -> !get(where).is(200).member("state").equals("RECEIVED"));
        TestNetwork.level();
        return get(where);
    }

    HttpRequest.Builder request(String path) {
        return stranger(path).header("Authorization", TestKey.header());
    }

    /** A request of somebody who does not say who it is. */
    HttpRequest.Builder stranger(String path) {
        return HttpRequest.newBuilder(at(path)).timeout(PATIENCE);
    }

    /** What a request that is done has written, every organisation's peer has. */
    Reply send(HttpRequest.Builder request) {
        HttpResponse<String> answer = asked(request, BodyHandlers.ofString());
        if (DONE.contains(answer.statusCode()) && !answer.request().method().equals("GET")) {
            TestNetwork.level();
        }
        return new Reply(answer);
    }

    private <T> HttpResponse<T> asked(HttpRequest.Builder request, BodyHandler<T> handler) {
        try {
            return http.send(request.build(), handler);
        } catch (IOException e) {
            throw new AssertionError("The server did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /** Tells it to stop, and waits until it has. */
    void stop() {
        application.close();
    }

    @Override
    public void close() {
        stop();
    }
}
