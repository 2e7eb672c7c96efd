package uz.muhr.client.web.oidc;

import com.google.gson.Gson;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An identity provider as it should be, on this computer, at which everybody is signed in already; and which can be told to
 * be what a provider should not be.
 */
public final class StandInProvider implements AutoCloseable {
    public static final String CLIENT = "muhr";
    public static final String SECRET = UUID.randomUUID().toString();
    public static final String AUDIENCE = "muhr-api";

    private static final Gson JSON = new Gson();

    private final RSAKey key;
    private final int port;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile @Nullable Running running;
    private volatile UnaryOperator<Map<String, Object>> describing = UnaryOperator.identity();
    private volatile UnaryOperator<Tokens> proving = UnaryOperator.identity();
    private volatile boolean silent;
    private volatile String redirecting = "";

    private record Running(HttpServer server, ExecutorService threads) {}

    private StandInProvider(RSAKey key, int port) {
        this.key = key;
        this.port = port;
    }

    /** One that answers. */
    public static StandInProvider start() throws Exception {
        StandInProvider provider = away();
        provider.answer();
        return provider;
    }

    /** One that will be at this address, and does not answer yet. */
    public static StandInProvider away() throws Exception {
        int port;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = probe.getLocalPort();
        }
        return new StandInProvider(
                new RSAKeyGenerator(2048).keyID("a key of the provider").generate(), port);
    }

    /** Answers from now on. */
    public void answer() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        ExecutorService threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        running = new Running(server, threads);
    }

    /** Another name than the client has, so that for a browser it is another site, as it is in life. */
    public String issuer() {
        return "http://localhost:" + port + "/realm";
    }

    /** What of it was asked for so far, by the last part of the path. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** Tokens by its own key, of somebody with these roles. */
    public Tokens tokens(String... roles) {
        return Tokens.of(key, issuer(), roles);
    }

    /** From now on it says this of itself. */
    public void describe(UnaryOperator<Map<String, Object>> change) {
        describing = change;
    }

    /** From now on whoever signs in has this as a proof. */
    public void prove(UnaryOperator<Tokens> change) {
        proving = change;
    }

    /** From now on it takes what it is asked, and says nothing. */
    public void fallSilent() {
        silent = true;
    }

    /** From now on it sends everybody there; nowhere when empty. */
    public void sendElsewhere(String place) {
        redirecting = place;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path.substring(path.lastIndexOf('/') + 1));
        try (exchange) {
            if (silent) {
                end.await();
                return;
            }
            if (!redirecting.isEmpty()) {
                redirect(exchange, redirecting);
                return;
            }
            switch (path) {
                case "/realm/.well-known/openid-configuration" -> reply(exchange, 200, describing.apply(description()));
                case "/realm/keys" -> reply(exchange, 200, new JWKSet(key).toJSONObject());
                case "/realm/authorize" -> authorize(exchange);
                case "/realm/token" -> token(exchange);
                case "/realm/sign-out" ->
                    redirect(exchange, of(fields(exchange.getRequestURI().getRawQuery()), "post_logout_redirect_uri"));
                default -> reply(exchange, 404, Map.of());
            }
        } catch (InterruptedException | JOSEException | NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }

    private Map<String, Object> description() {
        return new HashMap<>(Map.of(
                "issuer",
                issuer(),
                "authorization_endpoint",
                issuer() + "/authorize",
                "token_endpoint",
                issuer() + "/token",
                "jwks_uri",
                issuer() + "/keys",
                "end_session_endpoint",
                issuer() + "/sign-out",
                "response_types_supported",
                List.of("code"),
                "subject_types_supported",
                List.of("public"),
                "id_token_signing_alg_values_supported",
                List.of("RS256")));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> wish = fields(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, wish);
        redirect(exchange, of(wish, "redirect_uri") + "?code=" + code + "&state=" + encoded(of(wish, "state")));
    }

    /** RFC 6749 section 4.1.3 and RFC 7636 section 4.6. */
    private void token(HttpExchange exchange) throws IOException, JOSEException, NoSuchAlgorithmException {
        Map<String, String> asks =
                fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
        Map<String, String> wish = codes.remove(of(asks, "code"));
        String basic = "Basic "
                + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.US_ASCII));
        if (wish == null
                || !basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || !of(wish, "redirect_uri").equals(of(asks, "redirect_uri"))
                || !of(wish, "code_challenge_method").equals("S256")
                || !of(wish, "code_challenge").equals(challenge(of(asks, "code_verifier")))) {
            reply(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        Tokens proof = proving.apply(
                tokens("muhr-issuer", "muhr-auditor").with("aud", CLIENT).with("nonce", of(wish, "nonce")));
        reply(
                exchange,
                200,
                Map.of(
                        "access_token",
                        "of no use",
                        "token_type",
                        "Bearer",
                        "expires_in",
                        60,
                        "id_token",
                        proof.signed()));
    }

    private static String challenge(String verifier) throws NoSuchAlgorithmException {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    }

    private static void redirect(HttpExchange exchange, String place) throws IOException {
        exchange.getResponseHeaders().set("Location", place);
        exchange.sendResponseHeaders(302, -1);
    }

    private static void reply(HttpExchange exchange, int status, Map<String, Object> members) throws IOException {
        byte[] body = JSON.toJson(members).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    /** The fields of a query or a form. */
    public static Map<String, String> fields(String text) {
        return Arrays.stream(text.split("&", -1))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String of(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** It is at this address. */
    public URI address() {
        return URI.create(issuer());
    }

    @Override
    public void close() {
        end.countDown();
        Running present = running;
        if (present != null) {
            present.server.stop(0);
            present.threads.shutdownNow();
            running = null;
        }
    }
}
