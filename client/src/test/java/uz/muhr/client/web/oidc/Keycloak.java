package uz.muhr.client.web.oidc;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A real identity provider on this computer, from its own distribution, with the agency's people and programs. */
public final class Keycloak {
    public static final String CLIENT = "muhr";
    public static final String AUDIENCE = "muhr-api";

    private static final Duration LONGEST_START = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Everybody's there, made for this one run. */
    private final String secret = UUID.randomUUID().toString();

    private final int port = freePort();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Path distribution;
    private final Path log;
    private @Nullable Process process;

    /** @param distribution unpacked; what it keeps is kept in its memory */
    public Keycloak(Path distribution, Path log) {
        this.distribution = distribution;
        this.log = log;
    }

    public String secret() {
        return secret;
    }

    /** Another name than the client of Muhr has, so that for a browser it is another site, as it is in life. */
    public String issuer(String realm) {
        return "http://localhost:" + port + "/realms/" + realm;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param client where the client of Muhr is, to which people come back
     */
    public void start(URI client) throws Exception {
        Path realms = Files.createDirectories(distribution.resolve("data/import"));
        for (String realm : List.of("agency", "elsewhere")) {
            Files.writeString(realms.resolve(realm + "-realm.json"), realm(realm, client));
        }
        ProcessBuilder builder = new ProcessBuilder(
                        "bash",
                        distribution.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--db=dev-mem",
                        "--cache=local",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_OPTS_KC_HEAP",
                        "-Xms64m -Xmx512m",
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        secret));
        Process started = builder.start();
        process = started;
        awaitAnswer(started);
        for (String realm : List.of("agency", "elsewhere")) {
            Files.delete(realms.resolve(realm + "-realm.json"));
        }
    }

    private void awaitAnswer(Process started) throws Exception {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < LONGEST_START.toNanos() && started.isAlive()) {
            try {
                if (send(HttpRequest.newBuilder(URI.create(issuer("elsewhere"))))
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException notYet) {
                started.waitFor(200, TimeUnit.MILLISECONDS);
            }
        }
        throw new AssertionError("Keycloak does not answer: " + Files.readString(log));
    }

    /** What a program gets for its secret (RFC 6749 section 4.4). */
    public String token(String realm, String program) throws Exception {
        return token(realm, Map.of("grant_type", "client_credentials", "client_id", program, "client_secret", secret));
    }

    /** Takes a role of the agency away from somebody, as its administrator does. */
    public void takeAway(String role, String name) throws Exception {
        String administrator = token(
                "master",
                Map.of("grant_type", "password", "client_id", "admin-cli", "username", "admin", "password", secret));
        String id = administer(administrator, "/users?exact=true&username=" + name, "GET", "")
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject()
                .get("id")
                .getAsString();
        JsonElement known = administer(administrator, "/roles/" + role, "GET", "");
        administer(administrator, "/users/" + id + "/role-mappings/realm", "DELETE", "[" + known + "]");
    }

    private JsonElement administer(String token, String path, String method, String body) throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/admin/realms/agency" + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body)));
        if (answer.statusCode() >= 300) {
            throw new AssertionError("Keycloak does not do it: " + answer.statusCode() + " " + answer.body());
        }
        return JsonParser.parseString(answer.body());
    }

    private String token(String realm, Map<String, String> fields) throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(issuer(realm) + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(fields))));
        JsonObject json = JsonParser.parseString(answer.body()).getAsJsonObject();
        if (!json.has("access_token")) {
            throw new AssertionError("Keycloak gives no token: " + json);
        }
        return json.get("access_token").getAsString();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    }

    private String realm(String name, URI client) throws IOException {
        try (InputStream in = Keycloak.class.getResourceAsStream("realm.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@REALM@", name)
                    .replace("@CLIENT@", client.toString())
                    .replace("@SECRET@", secret);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Ends it. */
    public void end() throws InterruptedException {
        Process started = process;
        if (started == null) {
            return;
        }
        List<ProcessHandle> all = started.descendants().toList();
        all.forEach(ProcessHandle::destroy);
        started.destroy();
        if (!started.waitFor(30, TimeUnit.SECONDS)) {
            all.forEach(ProcessHandle::destroyForcibly);
            started.destroyForcibly();
        }
    }
}
