package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.hyperledger.fabric.client.identity.Identities;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.network.identity.Enrolment;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.identity.TlsFolder;
import uz.muhr.network.topology.SampleTopology;

/** A client that others on the network reach: over HTTPS, under its own names, or not at all. */
@TestInstance(Lifecycle.PER_CLASS)
class HttpsIT {
    /** RFC 8446 section 5.1. */
    private static final byte ALERT = 21;

    private Path folder;
    private Path profiles;
    private TlsFolder tls;
    private WebProcess web;
    private URI address;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        Enrolment.prepare(SampleTopology.topology().onFreePorts(), folder.resolve("home"), Clock.systemUTC());
        NetworkHome home = new NetworkHome(folder.resolve("home"));
        profiles = folder.resolve("home/profiles");
        tls = home.peerTls(SampleTopology.topology().organisation("customs"));
        web = client(bundle("--server.address=0.0.0.0", "--muhr.hosts=localhost,muhr.agency.example"));
        address = URI.create(String.valueOf(web.address()));
    }

    @AfterAll
    void end() throws IOException {
        web.close();
    }

    @Test
    void itSaysWhereItIsUnderItsFirstName() {
        assertEquals("https", address.getScheme(), web.said());
        assertEquals("localhost", address.getHost());
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost:8443", "muhr.agency.example"})
    void itAnswersUnderItsOwnNamesAndHasBrowsersComeSoFromThenOn(String host) throws Exception {
        String answer = ask("GET /api/identity HTTP/1.1", host);
        assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
        assertTrue(answer.contains("Strict-Transport-Security: max-age=31536000\r\n"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "[::1]", "evil.example", "localhost.evil.example"})
    void underAnyOtherNameItDoesNotAnswer(String host) throws Exception {
        String answer = ask("GET /api/identity HTTP/1.1", host);
        assertTrue(answer.startsWith("HTTP/1.1 421") && answer.contains("FOREIGN_HOST"), answer);
    }

    @Test
    void anotherNameInAForwardedHeaderIsNeitherBelievedNorRepeated() throws Exception {
        String answer = ask(
                "GET /no-such-path HTTP/1.1",
                "localhost",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: http",
                "X-Forwarded-For: 192.0.2.7",
                "Forwarded: host=evil.example");
        assertTrue(answer.startsWith("HTTP/1.1 404"), answer);
        assertFalse(answer.contains("evil"), answer);
        assertTrue(answer.contains("Strict-Transport-Security"), answer);
    }

    @Test
    void aPageInTheClearMayNotWriteAndItsOwnMay() throws Exception {
        String inTheClear = ask("POST /api/verifications HTTP/1.1", "localhost", "Origin: http://localhost");
        assertTrue(inTheClear.startsWith("HTTP/1.1 403") && inTheClear.contains("FOREIGN_SITE"), inTheClear);
        String own = ask("POST /api/verifications HTTP/1.1", "localhost", "Origin: https://localhost");
        assertFalse(own.startsWith("HTTP/1.1 403"), own);
    }

    @Test
    void cookiesAreForHttpsAlone() throws Exception {
        Matcher password = Pattern.compile("its password (\\S+) is said").matcher(web.said());
        assertTrue(password.find(), web.said());
        String body = "{\"name\":\"administrator\",\"password\":\"" + password.group(1) + "\"}";
        String answer = request(String.join(
                "\r\n",
                "POST /api/session HTTP/1.1",
                "Host: localhost",
                "Origin: https://localhost",
                "Connection: close",
                "Content-Type: application/json",
                "Content-Length: " + body.length(),
                "",
                body));
        assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
        List<String> cookies =
                answer.lines().filter(line -> line.startsWith("Set-Cookie: ")).toList();
        assertEquals(2, cookies.size(), answer);
        assertTrue(cookies.stream().allMatch(cookie -> cookie.contains("; Secure")), answer);
        assertTrue(cookies.stream().allMatch(cookie -> cookie.contains("; SameSite=Strict")), answer);
    }

    @Test
    void inTheClearNothingIsServed() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            socket.setSoTimeout(30_000);
            write(socket, "GET /api/identity HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            String answer = read(socket.getInputStream());
            assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
            assertFalse(answer.contains("CustomsMSP"), answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void todaysProtocolsAreSpoken(String protocol) throws Exception {
        try (SSLSocket socket = connect(protocol)) {
            assertEquals(protocol, socket.getSession().getProtocol());
        }
    }

    /** A greeting of TLS 1.0 or 1.1 (RFC 4346 section 7.4.1.2), which no Java sends by itself any more. */
    @ParameterizedTest
    @ValueSource(ints = {0x0301, 0x0302})
    void yesterdaysProtocolsAreNot(int version) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(greeting(version));
            byte[] answer = socket.getInputStream().readNBytes(7);
            assertTrue(answer.length == 0 || answer[0] == ALERT, "it is greeted");
        }
    }

    @Test
    void aPkcs12FileServesAsWell() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "web",
                Identities.readPrivateKey(Files.readString(tls.privateKey())),
                "secret".toCharArray(),
                new Certificate[] {Identities.readX509Certificate(Files.readString(tls.certificate()))});
        Path file = folder.resolve("web.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "secret".toCharArray());
        }
        try (WebProcess other = client(List.of(
                "--server.ssl.bundle=web",
                "--spring.ssl.bundle.jks.web.keystore.type=PKCS12",
                "--spring.ssl.bundle.jks.web.keystore.location=" + file.toUri(),
                "--spring.ssl.bundle.jks.web.keystore.password=secret",
                "--spring.ssl.bundle.jks.web.key.password=secret"))) {
            String where = String.valueOf(other.address());
            assertTrue(where.startsWith("https://127.0.0.1:"), other.said());
        }
    }

    @Test
    void withoutAHostsNameOthersCannotReachIt() throws Exception {
        refuses("muhr.hosts has to name the hosts", bundle("--server.address=0.0.0.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://muhr.example", "muhr.example:8443", "*.example"})
    void aHostsNameIsANameAlone(String name) throws Exception {
        refuses(
                "muhr.hosts has to hold hosts' names such as muhr.agency.example; it holds \"" + name + "\"",
                bundle("--server.address=0.0.0.0", "--muhr.hosts=" + name));
    }

    @Test
    void yesterdaysProtocolsCannotBeSwitchedOn() throws Exception {
        refuses(
                "The enabled protocols of server.ssl have to be TLSv1.2 and TLSv1.3",
                bundle("--spring.ssl.bundle.pem.web.options.enabled-protocols=TLSv1.1,TLSv1.2"));
    }

    @Test
    void aCertificateThatIsNotThereIsOneSentence() throws Exception {
        refuses("they cannot be read", List.of("--server.ssl.bundle=nobody"));
        List<String> missing = new ArrayList<>(bundle());
        missing.set(1, "--spring.ssl.bundle.pem.web.keystore.certificate=file:/no/such/file.pem");
        refuses("they cannot be read", missing);
    }

    private void refuses(String because, List<String> settings) throws Exception {
        try (WebProcess other = client(settings)) {
            assertNull(other.address(), other.said());
            assertTrue(other.said().contains(because), other.said());
            assertFalse(other.said().contains("\tat "), other.said());
        }
    }

    private WebProcess client(List<String> settings) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--muhr.profiles=" + profiles,
                "--muhr.data=" + Files.createTempDirectory(folder, "data")));
        all.addAll(settings);
        return WebProcess.start(List.of("-Xmx96m", "-XX:TieredStopAtLevel=1"), all.toArray(String[]::new));
    }

    private List<String> bundle(String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "--server.ssl.bundle=web",
                "--spring.ssl.bundle.pem.web.keystore.certificate="
                        + tls.certificate().toUri(),
                "--spring.ssl.bundle.pem.web.keystore.private-key="
                        + tls.privateKey().toUri()));
        settings.addAll(List.of(more));
        return settings;
    }

    private String ask(String line, String host, String... headers) throws Exception {
        List<String> lines = new ArrayList<>(List.of(line, "Host: " + host, "Content-Length: 0", "Connection: close"));
        lines.addAll(List.of(headers));
        return request(String.join("\r\n", lines) + "\r\n\r\n");
    }

    private String request(String text) throws Exception {
        try (SSLSocket socket = connect("TLSv1.3")) {
            write(socket, text);
            return read(socket.getInputStream());
        }
    }

    private SSLSocket connect(String protocol) throws Exception {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        try (InputStream in = Files.newInputStream(tls.authority())) {
            trust.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trust);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", address.getPort());
        socket.setEnabledProtocols(new String[] {protocol});
        socket.setSoTimeout(30_000);
        socket.startHandshake();
        assertNotNull(socket.getSession().getPeerCertificates());
        return socket;
    }

    private static byte[] greeting(int version) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream hello = new DataOutputStream(body);
        hello.writeShort(version);
        hello.write(new byte[32]);
        hello.writeByte(0);
        // TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA and TLS_RSA_WITH_AES_128_CBC_SHA, which both versions have; no
        // compression.
        hello.write(new byte[] {0, 4, (byte) 0xc0, 0x09, 0, 0x2f, 1, 0});
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(record);
        out.writeByte(22);
        out.writeShort(version);
        out.writeShort(body.size() + 4);
        out.writeInt((1 << 24) | body.size());
        out.write(body.toByteArray());
        return record.toByteArray();
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String read(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
