package uz.muhr.client.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.client.webhook.Receiver.Behaviour;

/** What is made of a receiver's behaviour. */
class CourierTest {
    private static final Duration DEADLINE = Duration.ofSeconds(1);
    private static final Duration MUCH_LONGER = Duration.ofSeconds(20);

    private final Secret secret = Secret.random(new SecureRandom());
    private final Message message = new Message("wh_1:7:0:0", Instant.ofEpochSecond(1_790_000_000), "{}");
    private final Receiver receiver = Receiver.open();
    private final Courier courier = new Courier(new Reach(false), DEADLINE, 2);

    @AfterEach
    void close() {
        courier.close();
        receiver.close();
    }

    private Answer send(String url) {
        return courier.send(Target.parse(url), message, secret);
    }

    @Test
    void aMessageArrivesWithItsHeadersAndItsBody() throws InterruptedException {
        assertEquals(new Answer.Taken(), send(receiver.url()));
        assertEquals(
                new Receiver.Request("wh_1:7:0:0", "1790000000", message.signature(secret), "{}"), receiver.next());
    }

    @ParameterizedTest
    @CsvSource({
        "FAIL, The receiver answered with status 500.",
        "REDIRECT, The receiver answered with status 307.",
        "CLOSE, The connection to the receiver broke off.",
        "HANG, The receiver did not answer within 1 s."
    })
    void whateverElseHappensIsAFailureWithItsReason(Behaviour behaviour, String reason) throws InterruptedException {
        receiver.behaves(behaviour);
        assertEquals(new Answer.Failed(reason), send(receiver.url()));
        assertEquals("wh_1:7:0:0", receiver.next().id());
        assertEquals(Optional.empty(), receiver.already(), "no redirect is followed, and nothing sent twice");
    }

    @Test
    void whoWantsNoMoreSaysSo() {
        receiver.behaves(Behaviour.GONE);
        assertEquals(new Answer.Gone(), send(receiver.url()));
    }

    @Test
    void anAnswerWithoutEndIsNotReadToItsEnd() {
        receiver.behaves(Behaviour.FLOOD);
        long begun = System.nanoTime();
        assertEquals(new Answer.Taken(), send(receiver.url()));
        assertTrue(System.nanoTime() - begun < MUCH_LONGER.toNanos());
        assertEquals(new Answer.Taken(), send(receiver.url()), "the next one is not held up");
    }

    /** One byte of the status line at a time: each read is quick, the whole is not. */
    @Test
    void theDeadlineIsForTheWholeAttempt() throws IOException {
        try (ServerSocket dribbling = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> dribble(dribbling));
            thread.setDaemon(true);
            thread.start();
            assertEquals(
                    new Answer.Failed("The receiver did not answer within 1 s."),
                    send("http://127.0.0.1:" + dribbling.getLocalPort()));
        }
    }

    private static void dribble(ServerSocket server) {
        try (var socket = server.accept()) {
            socket.setSoTimeout(100);
            while (true) {
                socket.getOutputStream().write('H');
                try {
                    while (socket.getInputStream().read() >= 0) {}
                    return;
                } catch (SocketTimeoutException e) {
                    // Nothing more comes in for now; the next byte goes out.
                }
            }
        } catch (IOException e) {
            // The other side has had enough.
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://10.1.2.3/", "https://169.254.169.254/latest", "https://127.0.0.2/", "https://[fe80::1]/"
            })
    void nothingIsSentToAnAddressThatIsNotPublic(String url) {
        assertEquals(
                new Answer.Failed("The receiver's name stands for an address that is not public; nothing was sent."),
                send(url));
    }

    @Test
    void aNameWithoutAddressAndAPortWithoutListenerAreFailures() throws IOException {
        assertEquals(new Answer.Failed("The receiver's name stands for no address."), send("https://nobody.invalid/"));
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertEquals(new Answer.Failed("The receiver takes no connection."), send("http://127.0.0.1:" + port));
    }

    @Test
    void whoShowsACertificateOfItsOwnMakingIsNotSentTo(@TempDir Path folder) throws Exception {
        try (SSLServerSocket server = selfSigned(folder)) {
            Thread thread = new Thread(() -> greet(server));
            thread.setDaemon(true);
            thread.start();
            Courier patient = new Courier(new Reach(false), Duration.ofSeconds(15), 1);
            try (patient) {
                assertEquals(
                        new Answer.Failed("The receiver could not prove who it is (TLS)."),
                        patient.send(Target.parse("https://localhost:" + server.getLocalPort()), message, secret));
            }
        }
    }

    private static SSLServerSocket selfSigned(Path folder) throws Exception {
        Path store = folder.resolve("store.p12");
        String password = "for this test";
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "localhost",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        password)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(0, keytool.waitFor());
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(store.toFile(), password.toCharArray()), password.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static void greet(SSLServerSocket server) {
        try (SSLSocket socket = (SSLSocket) server.accept()) {
            socket.startHandshake();
        } catch (IOException e) {
            // The other side does not believe it.
        }
    }
}
