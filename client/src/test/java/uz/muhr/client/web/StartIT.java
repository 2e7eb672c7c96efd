package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.access.TestKey;
import uz.muhr.client.commitment.ReceiptText;
import uz.muhr.client.commitment.Receipts;
import uz.muhr.network.identity.Enrolment;
import uz.muhr.network.topology.SampleTopology;

/** Starting it: where it refuses to, and how little it needs. */
@TestInstance(Lifecycle.PER_CLASS)
class StartIT {
    private static final long LARGE = 256L << 20;

    private Path profiles = Path.of("");
    private Path data = Path.of("");

    @BeforeAll
    void prepare(@TempDir Path folder) {
        Enrolment.prepare(SampleTopology.topology().onFreePorts(), folder.resolve("home"), Clock.systemUTC());
        profiles = folder.resolve("home/profiles");
        data = folder.resolve("data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "127.0.0.2", ""})
    void itListensToNobodyButThisComputer(String address) throws Exception {
        assertTrue(refused("--server.address=" + address, "--muhr.profiles=" + profiles)
                .contains("server.address has to be 127.0.0.1 without HTTPS"));
    }

    @Test
    void namesOfItsOwnItHasOverHttpsAlone() throws Exception {
        assertTrue(refused("--muhr.hosts=muhr.agency.example", "--muhr.profiles=" + profiles)
                .contains("muhr.hosts has to be left out without HTTPS; it is muhr.agency.example."));
    }

    @Test
    void whatAProxySaysOfItsVisitorsIsNotBelieved() throws Exception {
        for (String setting : List.of(
                "--server.forward-headers-strategy=native",
                "--server.forward-headers-strategy=framework",
                "--server.tomcat.remoteip.remote-ip-header=X-Forwarded-For",
                "--server.tomcat.remoteip.protocol-header=X-Forwarded-Proto")) {
            assertTrue(
                    refused(setting, "--muhr.profiles=" + profiles)
                            .contains("server.forward-headers-strategy has to be none"),
                    setting);
        }
    }

    @Test
    void itsOperationsHaveNoPortOfTheirOwn() throws Exception {
        assertTrue(refused("--management.server.port=0", "--muhr.profiles=" + profiles)
                .contains("management.server.port has to be left out"));
    }

    @Test
    void withoutAProfileItSaysWhatToDo() throws Exception {
        String said = refused("--muhr.profiles=" + data);
        assertTrue(said.contains("There is no profile at") && said.contains("Start the network"), said);
        assertTrue(refused("--muhr.profiles=" + profiles, "--muhr.as=chamber/nobody")
                .contains("has no user nobody"));
    }

    @Test
    void aDatabaseOfAnotherKindIsRefusedInOneSentence() throws Exception {
        String said =
                refused("--muhr.profiles=" + profiles, "--muhr.register.url=jdbc:mysql://somewhere/?password=secret");
        assertTrue(said.contains("The URL of the database has to begin with jdbc:postgresql://"), said);
        assertTrue(said.contains("Set muhr.register.url, or leave it out for a file."), said);
        assertFalse(said.contains("secret"), said);
    }

    @Test
    void submissionsAreKeptForADayAtLeast() throws Exception {
        String said = refused("--muhr.profiles=" + profiles, "--muhr.journal.keep=23h");
        assertTrue(said.contains("muhr.journal.keep has to be at least 1d; it is PT23H."), said);
    }

    @Test
    void theFirstPasswordIsSaidToWhoeverStartsItOnceAndIsInNoLog(@TempDir Path fresh) throws Exception {
        String password;
        try (WebProcess web = started(fresh)) {
            URI address = URI.create(String.valueOf(web.address()));
            password = firstPassword(web);
            assertEquals(200, signIn(address, "administrator", password));
            assertEquals(401, signIn(address, "administrator", "not-the-password"));
            assertEquals(401, signIn(address, "My Secret Password", "administrator"));
            String said = web.end();
            assertTrue(said.contains("administrator signed in from 127.0.0.1."), said);
            assertTrue(said.contains("administrator was not let in from 127.0.0.1."), said);
            assertEquals(1, said.split(password, -1).length - 1, said);
            assertFalse(said.contains("not-the-password") || said.contains("My Secret"), said);
        }
        try (WebProcess again = started(fresh)) {
            URI address = URI.create(String.valueOf(again.address()));
            assertFalse(again.said().contains("password"), again.said());
            assertEquals(200, signIn(address, "administrator", password));
        }
    }

    @Test
    void theLinesOfTheReadmeMakeAnAccountAndAKey(@TempDir Path fresh) throws Exception {
        String lines = Pattern.compile("```sh\n(.*?/api/session.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(TestNetwork.root().resolve("client/README.md")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        try (WebProcess web = started(fresh.resolve("data"))) {
            String address = String.valueOf(web.address()).replaceFirst("/$", "");
            Files.writeString(
                    fresh.resolve("sign-in.json"),
                    "{\"name\":\"administrator\",\"password\":\"" + firstPassword(web) + "\"}");
            Path said = fresh.resolve("said");
            Process process = new ProcessBuilder(
                            "bash", "-euo", "pipefail", "-c", lines.replace("http://127.0.0.1:8080", address))
                    .directory(fresh.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "they do not end");
            assertEquals(0, process.exitValue(), Files.readString(said));
            Matcher key = Pattern.compile("muhr_[0-9a-f]{16}_[A-Za-z0-9_-]{43}").matcher(Files.readString(said));
            assertTrue(key.find(), Files.readString(said));
            HttpResponse<String> session = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(address).resolve("/api/session"))
                                    .header("Authorization", "Bearer " + key.group())
                                    .build(),
                            BodyHandlers.ofString());
            assertEquals("single window", new Reply(session).member("name"));
            String log = web.end();
            assertTrue(log.contains("administrator: the account dilnoza is made; roles: ISSUER."), log);
            assertFalse(log.contains(key.group().substring(22)), log);
        }
    }

    private static String firstPassword(WebProcess web) {
        Matcher first = Pattern.compile("The first account is administrator, its password (\\S+) is said this once\\.")
                .matcher(web.said());
        assertTrue(first.find(), web.said());
        return first.group(1);
    }

    private WebProcess started(Path fresh) throws IOException {
        return WebProcess.start(
                List.of("-Xmx96m", "-XX:TieredStopAtLevel=1"),
                "--server.port=0",
                "--muhr.profiles=" + profiles,
                "--muhr.data=" + fresh);
    }

    private static int signIn(URI address, String name, String password) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address.resolve("/api/session"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(
                                        "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}"))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void aStampLeadsToAnHttpsAddressOrNowhere() throws Exception {
        String said = refused("--muhr.profiles=" + profiles, "--muhr.page=http://verify.example");
        assertTrue(said.contains("muhr.page cannot be used.") && said.contains("https address"), said);
    }

    @Test
    void proofsAreNotCheckedOnTheWordOfWhatIsNoTrustFile() throws Exception {
        String said = refused("--muhr.profiles=" + profiles, "--muhr.trust=" + data.resolve("none.json"));
        assertTrue(said.contains("muhr.trust cannot be used.") && said.contains("no file"), said);
    }

    /** 256 MiB through a heap of 48 MiB, and no file of it anywhere. */
    @Test
    void aFileLargerThanTheHeapIsVerifiedWithoutBeingKept(@TempDir Path temporary) throws Exception {
        try (WebProcess web = WebProcess.start(
                List.of("-Xmx48m", "-XX:+UseSerialGC", "-Djava.io.tmpdir=" + temporary),
                "--server.port=0",
                "--muhr.profiles=" + profiles,
                "--muhr.data=" + data)) {
            String address = web.address();
            assertNotNull(address, web.said());
            HttpResponse<String> response = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(address + "api/verifications"))
                                    .timeout(Duration.ofMinutes(2))
                                    .header("Content-Type", Form.CONTENT_TYPE)
                                    .POST(Form.of().field("at", "2026-11-22").endWithFile(() -> new Zeros(LARGE)))
                                    .build(),
                            BodyHandlers.ofString());
            new Reply(response).says("UNDETERMINED", "LEDGER_UNREACHABLE");
            try (var left = Files.walk(temporary)) {
                assertFalse(left.anyMatch(Files::isRegularFile));
            }
        }
    }

    @Test
    void itsLogNamesNoNumberAndNoSalt() throws Exception {
        String receipt = ReceiptText.write(Receipts.anchored());
        try (WebProcess web = WebProcess.admitting(
                List.of("-Xmx96m", "-XX:TieredStopAtLevel=1"),
                "--server.port=0",
                "--muhr.profiles=" + profiles,
                "--muhr.data=" + data)) {
            URI address = URI.create(String.valueOf(web.address()));
            Form question = Form.of().field("receipt", receipt).field("number", "SECRET-1");
            for (HttpRequest.Builder request : List.of(
                    HttpRequest.newBuilder(address.resolve("/api/documents?number=SECRET-2&x=1")),
                    HttpRequest.newBuilder(address.resolve("/api/documents?number=SECRET-3&issuer=AMSP&type=861")),
                    HttpRequest.newBuilder(address.resolve("/api/verifications"))
                            .header("Content-Type", Form.CONTENT_TYPE)
                            .POST(BodyPublishers.ofByteArray(question.end())))) {
                HttpClient.newHttpClient()
                        .send(request.header("Authorization", TestKey.header()).build(), BodyHandlers.discarding());
            }
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
                socket.getOutputStream()
                        .write("GET /api/documents?number={SECRET-4} HTTP/1.1\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                socket.getInputStream().readAllBytes();
            }
            String said = web.end();
            assertFalse(said.contains("SECRET") || said.contains("UZ-CO-1") || said.contains("cdcdcd"), said);
        }
    }

    private String refused(String... arguments) throws Exception {
        String[] all = List.of(arguments).toArray(new String[arguments.length + 2]);
        all[arguments.length] = "--server.port=0";
        all[arguments.length + 1] = "--muhr.data=" + data;
        try (WebProcess web = WebProcess.start(List.of("-Xmx96m", "-XX:TieredStopAtLevel=1"), all)) {
            assertNull(web.address(), web.said());
            assertNotEquals(0, web.exit());
            assertFalse(web.said().contains("\tat "), web.said());
            return web.said();
        }
    }

    /** A stream of zeros. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int taken = (int) Math.min(left, length);
            Arrays.fill(buffer, offset, offset + taken, (byte) 0);
            left -= taken;
            return taken;
        }
    }
}
