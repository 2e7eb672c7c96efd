package uz.muhr.client.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Somebody's server on this computer that is told of events, and behaves as a test wants. */
public final class Receiver implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    private final ConcurrentLinkedQueue<Behaviour> next = new ConcurrentLinkedQueue<>();

    /** What it does with a request. */
    public enum Behaviour {
        TAKE,
        FAIL,
        REDIRECT,
        GONE,
        /** Never answers. */
        HANG,
        /** Ends the connection without a word. */
        CLOSE,
        /** Answers 200 with a body that has no end. */
        FLOOD
    }

    /** What it was sent. */
    public record Request(String id, String timestamp, String signature, String body) {}

    private Receiver(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** One that takes everything. */
    public static Receiver open() {
        return open(0);
    }

    static Receiver open(int port) {
        try {
            return new Receiver(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One for each of the next requests; those after take. */
    Receiver behaves(Behaviour... behaviours) {
        next.addAll(List.of(behaviours));
        return this;
    }

    int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port() + "/events";
    }

    /** The next request, awaited. */
    public Request next() throws InterruptedException {
        Request request = requests.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("nothing came within " + PATIENCE_SECONDS + " s");
        }
        return request;
    }

    /** A request that came already. */
    Optional<Request> already() {
        return Optional.ofNullable(requests.poll());
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Behaviour behaviour = Optional.ofNullable(next.poll()).orElse(Behaviour.TAKE);
        requests.add(new Request(
                exchange.getRequestHeaders().getFirst("webhook-id"),
                exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                body));
        try (exchange) {
            switch (behaviour) {
                case TAKE -> exchange.sendResponseHeaders(204, -1);
                case FAIL -> exchange.sendResponseHeaders(500, -1);
                case GONE -> exchange.sendResponseHeaders(410, -1);
                case REDIRECT -> {
                    exchange.getResponseHeaders().set("Location", url() + "/elsewhere");
                    exchange.sendResponseHeaders(307, -1);
                }
                case HANG -> await();
                case CLOSE -> {}
                case FLOOD -> flood(exchange);
            }
        }
    }

    private void await() {
        try {
            end.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void flood(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            while (end.getCount() > 0) {
                out.write(new byte[1 << 10]);
            }
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
