package uz.muhr.client.web;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import uz.muhr.client.access.TestKey;

/** Somebody who reads server-sent events as a browser does, with a browser's memory of the last id. */
final class FeedReader implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;
    private String lastId = "";

    /** What it was told. */
    record Told(String id, String type, JsonObject event) {
        JsonObject record() {
            return event.getAsJsonObject("data").getAsJsonObject("record");
        }
    }

    private FeedReader(HttpResponse<InputStream> response) {
        this.response = response;
        this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** Connects, and reads where it stands. */
    static FeedReader connect(URI feed, Optional<String> lastEventId) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(feed).timeout(PATIENCE).header("Authorization", TestKey.header());
        lastEventId.ifPresent(id -> request.header("Last-Event-ID", id));
        try {
            FeedReader reader =
                    new FeedReader(HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream()));
            if (reader.response.statusCode() != 200) {
                throw new IOException("status " + reader.response.statusCode());
            }
            reader.block();
            return reader;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** The id it would come again with. */
    String lastId() {
        return lastId;
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /**
     * The next event, awaited; empty when the stream ends.
     *
     * @throws IOException when it breaks off
     */
    Optional<Told> next() throws IOException {
        while (true) {
            Optional<Block> block = block();
            if (block.isEmpty()) {
                return Optional.empty();
            }
            if (!block.get().data.isEmpty()) {
                JsonObject event = JsonParser.parseString(block.get().data).getAsJsonObject();
                return Optional.of(new Told(lastId, block.get().type, event));
            }
        }
    }

    /** The next sign of life, event or not; false when the stream ends. */
    boolean hears() throws IOException {
        return block().isPresent();
    }

    private record Block(String type, String data) {}

    /** WHATWG HTML section 9.2.6, as far as we are told anything. */
    private Optional<Block> block() throws IOException {
        String type = "message";
        String data = "";
        String id = lastId;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty()) {
                lastId = id;
                return Optional.of(new Block(type, data));
            }
            int colon = line.indexOf(": ");
            String value = line.substring(colon + 2);
            switch (line.substring(0, colon)) {
                case "id" -> id = value;
                case "event" -> type = value;
                case "data" -> data = value;
                default -> {}
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
