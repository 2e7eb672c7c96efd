package uz.muhr.client.cli;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.register.RegisterUnavailableException;
import uz.muhr.protocol.refusal.Refusal;

/** The register of a running client, asked over its REST interface. */
final class RemoteRegister {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Gson JSON = new Gson();

    private final ServerAddress server;

    RemoteRegister(ServerAddress server) {
        this.server = server;
    }

    /**
     * Its answer.
     *
     * @throws Refusal MALFORMED_ARGUMENT when it does not take the question
     * @throws RegisterUnavailableException when it does not answer
     */
    <T> T ask(String path, Map<String, String> words, Class<T> answer) {
        String query = words.entrySet().stream()
                .map(word -> encoded(word.getKey()) + "=" + encoded(word.getValue()))
                .collect(Collectors.joining("&"));
        HttpResponse<String> response = get(server.at(path + (query.isEmpty() ? "" : "?" + query)));
        try {
            if (response.statusCode() == 200) {
                return JSON.fromJson(response.body(), answer);
            }
            JsonObject problem = JsonParser.parseString(response.body()).getAsJsonObject();
            String sentence = problem.get("detail").getAsString();
            throw response.statusCode() == 400
                    ? Refusal.malformed(sentence)
                    : new RegisterUnavailableException(sentence, null);
        } catch (JsonParseException | IllegalStateException | NullPointerException e) {
            throw unavailable(e);
        }
    }

    private HttpResponse<String> get(URI uri) {
        try {
            return HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw unavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        }
    }

    private RegisterUnavailableException unavailable(@Nullable Exception cause) {
        return new RegisterUnavailableException(server.silence(), cause);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
