package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uz.muhr.client.web.oidc.StandInProvider;
import uz.muhr.network.identity.Enrolment;
import uz.muhr.network.topology.SampleTopology;

/** Starting with an identity provider: what is refused, and how little is needed of it. */
@TestInstance(Lifecycle.PER_CLASS)
class ProviderStartIT {
    private static final String SECRET = "not-for-anybody";

    private Path folder;

    @BeforeAll
    void prepare(@TempDir Path temporary) {
        folder = temporary;
        Enrolment.prepare(SampleTopology.topology().onFreePorts(), folder.resolve("home"), Clock.systemUTC());
    }

    @Test
    void itStartsWithoutTheProviderAndMakesNoAccount() throws Exception {
        try (StandInProvider away = StandInProvider.away();
                WebProcess web = client("--muhr.sign-in=provider", "--muhr.oidc.issuer=" + away.issuer())) {
            assertNotNull(web.address(), web.said());
            String said = web.end();
            assertTrue(
                    said.contains("Nobody can sign in at the provider. The identity provider does not answer."), said);
            assertFalse(said.contains("password"), said);
            assertFalse(said.contains("\tat "), said);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "muhr.oidc.issuer has to be an https address | --muhr.oidc.issuer=http://login.agency.example",
                "muhr.oidc.issuer has to be an https address | --muhr.oidc.client=muhr",
                "muhr.oidc.secret-file cannot be read | --muhr.oidc.issuer=https://a.example"
                        + " --muhr.oidc.secret-file=/no/such/file",
                "muhr.oidc.secret may not be an argument | --muhr.oidc.issuer=https://a.example"
                        + " --muhr.oidc.secret=not-for-anybody",
            })
    void whatCannotBeUsedIsSaidInASentence(String because, String settings) throws Exception {
        refuses(because, Stream.concat(Stream.of("--muhr.sign-in=provider"), Arrays.stream(settings.split(" ", -1))));
    }

    @Test
    void aProviderThatNobodyWouldSignInAtIsRefused() throws Exception {
        refuses("muhr.sign-in is not provider", Stream.of("--muhr.oidc.issuer=https://login.agency.example"));
    }

    private void refuses(String because, Stream<String> settings) throws Exception {
        try (WebProcess web = client(settings.toArray(String[]::new))) {
            assertNull(web.address(), web.said());
            assertNotEquals(0, web.exit());
            assertTrue(web.said().contains(because), web.said());
            assertFalse(web.said().contains(SECRET) || web.said().contains("\tat "), web.said());
        }
    }

    private WebProcess client(String... settings) throws Exception {
        return WebProcess.start(
                List.of("-Xmx96m", "-XX:TieredStopAtLevel=1"),
                Stream.concat(
                                Stream.of(
                                        "--server.port=0",
                                        "--muhr.profiles=" + folder.resolve("home/profiles"),
                                        "--muhr.data=" + folder.resolve("data")),
                                Stream.of(settings))
                        .toArray(String[]::new));
    }
}
