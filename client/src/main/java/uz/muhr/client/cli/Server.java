package uz.muhr.client.cli;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** A running client, asked over its REST interface. */
final class Server {
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(60);
    private static final long BETWEEN_QUESTIONS_MILLIS = 100;
    private static final int ACCEPTED = 202;
    private static final Gson JSON = new Gson();

    private static final int UNKNOWN_CALLER = 401;

    private final ServerAddress address;
    private final Optional<ServerKey> key;
    private final Duration patience;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    /**
     * Asks nothing yet.
     *
     * @param key that lets us in there
     * @throws Refusal MALFORMED_ARGUMENT when others could read the key on its way
     */
    Server(ServerAddress address, Optional<ServerKey> key) {
        this(address, key, USUAL_PATIENCE);
    }

    /** @param patience how long an answer may take, and the end of a write that was accepted */
    Server(ServerAddress address, Optional<ServerKey> key, Duration patience) {
        if (key.isPresent() && !address.keepsSecrets()) {
            throw Refusal.malformed(
                    "--server has to begin with https where it is another computer: a key travels along.");
        }
        this.address = address;
        this.key = key;
        this.patience = patience;
    }

    /** What it answered, which is no refusal. */
    record Answer(int status, JsonElement json) {
        /** Whether it was accepted and is not settled yet. */
        boolean accepted() {
            return status == ACCEPTED;
        }
    }

    /**
     * Its answer to a question.
     *
     * @throws Refusal the server's own
     * @throws ServerUnavailableException when it gives no answer
     */
    <T> T get(String path, Map<String, String> words, Class<T> type) {
        String query = words.entrySet().stream()
                .map(word -> encoded(word.getKey()) + "=" + encoded(word.getValue()))
                .collect(Collectors.joining("&"));
        return read(get(path + (query.isEmpty() ? "" : "?" + query)).json, type);
    }

    /**
     * Asks it for a write, and does not wait for the ledger.
     *
     * @throws Refusal the server's own
     * @throws ServerUnavailableException when it does not take it, or does not say whether it did
     */
    Answer post(String path, String contentType, BodyPublisher body) {
        try {
            return send(HttpRequest.newBuilder(address.at(path))
                    .header("Content-Type", contentType)
                    .header("Prefer", "respond-async")
                    .POST(body));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new ServerUnavailableException(address.silence(), false, e);
        } catch (IOException e) {
            throw new ServerUnavailableException(
                    "The client of Muhr at " + address.text()
                            + " did not say whether it took this. Look, then ask again: nothing is doubled.",
                    true,
                    e);
        }
    }

    /**
     * Asks what became of a write that it accepted, until that is settled.
     *
     * @return the submission at its end
     * @throws Refusal the ledger's own
     * @throws ServerUnavailableException when it is not known by then
     */
    JsonObject settled(Answer accepted) {
        String where = "/api/submissions/" + text(accepted.json, "id");
        try {
            JsonElement now = accepted.json;
            long end = System.nanoTime() + patience.toNanos();
            while (text(now, "state").equals("RECEIVED")) {
                if (System.nanoTime() > end) {
                    throw new ServerUnavailableException(address.silence(), true, null);
                }
                TimeUnit.MILLISECONDS.sleep(BETWEEN_QUESTIONS_MILLIS);
                now = get(where).json;
            }
            if (text(now, "state").equals("REFUSED")) {
                throw refused(text(now, "code"), text(now, "reason"));
            }
            return now.getAsJsonObject();
        } catch (ServerUnavailableException e) {
            throw waits(where, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw waits(where, e);
        }
    }

    /** What it shows, as the same type that it was written from. */
    <T> T read(JsonElement json, Class<T> type) {
        try {
            T read = JSON.fromJson(json, type);
            if (read != null) {
                return read;
            }
        } catch (JsonParseException e) {
            throw strange(e);
        }
        throw strange(new JsonParseException("nothing"));
    }

    private Answer get(String path) {
        try {
            return send(HttpRequest.newBuilder(address.at(path)));
        } catch (IOException e) {
            throw new ServerUnavailableException(address.silence(), false, e);
        }
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        key.ifPresent(shown -> request.header("Authorization", shown.header()));
        try {
            HttpResponse<String> response = http.send(request.timeout(patience).build(), BodyHandlers.ofString());
            JsonElement json = JsonParser.parseString(response.body());
            if (response.statusCode() < 400) {
                return new Answer(response.statusCode(), json);
            }
            if (response.statusCode() == UNKNOWN_CALLER) {
                throw new ServerUnavailableException(address.lockedOut(key.isPresent()), false, null);
            }
            throw refused(text(json, "code"), text(json, "detail"));
        } catch (JsonParseException e) {
            throw strange(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** A refusal by its code; what this door alone says no to, it has not taken. */
    private static RuntimeException refused(String code, String sentence) {
        return Arrays.stream(ErrorCode.values())
                .filter(known -> known.name().equals(code))
                .findFirst()
                .<RuntimeException>map(known -> new Refusal(known, sentence))
                .orElseGet(() -> new ServerUnavailableException(sentence, false, null));
    }

    private String text(JsonElement json, String member) {
        try {
            return json.getAsJsonObject().get(member).getAsString();
        } catch (IllegalStateException | NullPointerException e) {
            throw strange(e);
        }
    }

    private ServerUnavailableException waits(String where, Exception cause) {
        return new ServerUnavailableException(
                "It is accepted and will be settled; " + address.at(where) + " says how.", true, cause);
    }

    private ServerUnavailableException strange(Exception cause) {
        return new ServerUnavailableException(address.silence(), true, cause);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
