package uz.muhr.client.web.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.client.web.problem.Problem;

class VisitorTest {
    private static final String HERE = "127.0.0.1:8080";
    private static final OwnNames THIS_COMPUTER = OwnNames.of(false, List.of());
    private static final OwnNames AGENCY =
            OwnNames.of(true, List.of("Muhr.Agency.example", "192.0.2.7", "[2001:db8::7]"));

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8080", "LOCALHOST:1", "127.0.0.1", "127.0.0.1:8080", "[::1]:8080"})
    void itMayAskUnderThisComputersOwnNames(String host) {
        assertEquals("", refusal("POST", host, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "muhr.example",
                "localhost.evil.example",
                "evil.example:8080",
                "127.0.0.1.evil.example",
                "127.0.0.2",
                "localhost:8080@evil.example",
                "evil.example/localhost",
                "localhost:",
                "localhost:999999",
                "[::1",
                " localhost",
                "localhost\n"
            })
    void anyOtherNameIsRefusedEvenToRead(String host) {
        assertEquals("FOREIGN_HOST", refusal("GET", host, null, null));
    }

    @Test
    void aRequestWithoutAHostIsRefused() {
        assertEquals("FOREIGN_HOST", refusal("GET", null, null, null));
    }

    @Test
    void thePageItselfAndProgramsMayWrite() {
        assertEquals("", refusal("POST", HERE, "http://127.0.0.1:8080", "same-origin"));
        assertEquals("", refusal("POST", "LocalHost:8080", "http://localhost:8080", null));
        assertEquals("", refusal("POST", HERE, null, null));
        assertEquals("", refusal("POST", HERE, null, "none"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "https://127.0.0.1:8080",
                "http://127.0.0.1",
                "http://127.0.0.1:8081",
                "http://localhost:8080",
                "http://evil.example",
                "http://127.0.0.1:8080.evil.example"
            })
    void anotherOriginMayNotWrite(String origin) {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "ANYTHING")) {
            assertEquals("FOREIGN_SITE", refusal(method, HERE, origin, null), method);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "", "SAME-ORIGIN"})
    void whatABrowserCallsForeignMayNotWriteWhateverItsOrigin(String site) {
        assertEquals("FOREIGN_SITE", refusal("POST", HERE, "http://" + HERE, site));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "muhr.agency.example",
                "MUHR.agency.example:8443",
                "192.0.2.7",
                "192.0.2.7:443",
                "[2001:db8::7]",
                "[2001:DB8::7]:8443"
            })
    void overHttpsItAnswersToTheNamesItWasGiven(String host) {
        assertEquals("", refusal(AGENCY, host, null));
        assertEquals("", refusal(AGENCY, host, "https://" + host.toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.0.0.1",
                "agency.example",
                "muhr.agency.example.",
                "muhr.agency.example.evil.example",
                "evil.example",
                "[2001:db8::8]",
                "2001:db8::7"
            })
    void overHttpsItAnswersToNoOtherNameNorThisComputersOwn(String host) {
        assertEquals("FOREIGN_HOST", refusal(AGENCY, host, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://muhr.agency.example",
                "https://muhr.agency.example:8443",
                "https://192.0.2.7",
                "https://evil.example"
            })
    void overHttpsAnOriginInTheClearOrOfAnotherNameMayNotWrite(String origin) {
        assertEquals("FOREIGN_SITE", refusal(AGENCY, "muhr.agency.example", origin));
    }

    @Test
    void aLinkOnAnotherSiteMayLeadHere() {
        assertEquals("", refusal("GET", HERE, null, "cross-site"));
    }

    @Test
    void aRefusalDoesNotRepeatWhatWasSent() {
        Problem problem = new Visitor("GET", "<script>.example", null, null)
                .refusal(THIS_COMPUTER)
                .orElseThrow();
        assertTrue(!problem.detail().contains("script"));
    }

    private static String refusal(OwnNames own, String host, @Nullable String origin) {
        return new Visitor("POST", host, origin, null)
                .refusal(own)
                .map(problem -> problem.code().name())
                .orElse("");
    }

    private static String refusal(
            String method, @Nullable String host, @Nullable String origin, @Nullable String site) {
        return new Visitor(method, host, origin, site)
                .refusal(THIS_COMPUTER)
                .map(problem -> problem.code().name())
                .orElse("");
    }
}
