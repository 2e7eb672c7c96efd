package uz.muhr.client.witness;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A time-stamping authority that is not ours: {@code openssl ts}, behind a small server on this computer. */
public final class OpensslTsa implements AutoCloseable {
    public static final String POLICY = "1.2.3.4.1";

    private static final String EXTENSIONS =
            "basicConstraints=critical,CA:false\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n";
    private static final String SETTINGS = """
            [tsa]
            default_tsa = own
            [own]
            serial = serial
            signer_cert = tsa.pem
            signer_key = tsa.key
            certs = root.pem
            signer_digest = sha256
            default_policy = 1.2.3.4.1
            digests = sha256
            accuracy = secs:1
            ess_cert_id_alg = sha256
            """;

    private final Path folder;
    private final HttpServer server;

    /** Starts it; skips the test where there is no openssl. */
    public OpensslTsa(Path folder) throws IOException {
        this.folder = folder;
        assumeTrue(run("version") == 0, "There is no openssl here: skipped");
        Files.writeString(folder.resolve("extensions"), EXTENSIONS);
        Files.writeString(folder.resolve("settings"), SETTINGS);
        Files.writeString(folder.resolve("serial"), "01\n");
        require(
                "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout root.key -out root.pem -days 30",
                "-subj",
                "/CN=Stamp root");
        require(
                "req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout tsa.key -out tsa.csr",
                "-subj",
                "/CN=Stamps by openssl");
        require("x509 -req -in tsa.csr -CA root.pem -CAkey root.key -CAcreateserial -days 30 -extfile extensions"
                + " -out tsa.pem");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public Path root() {
        return folder.resolve("root.pem");
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/tsa";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Files.write(folder.resolve("query"), exchange.getRequestBody().readAllBytes());
            require("ts -reply -config settings -queryfile query -out reply");
            byte[] reply = Files.readAllBytes(folder.resolve("reply"));
            exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
        }
    }

    private void require(String words, String... more) throws IOException {
        if (run(words, more) != 0) {
            throw new IOException("openssl " + words + " failed: " + Files.readString(folder.resolve("said")));
        }
    }

    private int run(String words, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(words.split(" ", -1)));
        command.addAll(List.of(more));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said").toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("openssl does not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (IOException absent) {
            if (words.equals("version")) {
                return 1;
            }
            throw absent;
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
