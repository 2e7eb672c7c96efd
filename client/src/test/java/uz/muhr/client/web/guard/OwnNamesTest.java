package uz.muhr.client.web.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnNamesTest {
    @Test
    void whoIsGivenNoneAnswersAsThisComputer() {
        assertEquals("http://127.0.0.1:8080/", OwnNames.of(false, List.of()).address(8080));
        assertEquals("https://127.0.0.1:8443/", OwnNames.of(true, List.of()).address(8443));
    }

    @Test
    void theFirstNameIsWhereItIsAndTheUsualPortIsLeftOut() {
        OwnNames own = OwnNames.of(true, List.of("Muhr.Agency.example", "muhr.example"));
        assertEquals("https://muhr.agency.example/", own.address(443));
        assertEquals("https://muhr.agency.example:8443/", own.address(8443));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "muhr", "MUHR.example", "xn--80ak6aa92e.example", "192.0.2.7", "[2001:db8::7]", "1a.b-c.d"})
    void hostsNamesAreTaken(String name) {
        assertTrue(OwnNames.isName(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "*",
                "*.example",
                "muhr.example.",
                ".example",
                "a..b",
                "-a.example",
                "a-.example",
                "https://muhr.example",
                "muhr.example:443",
                "muhr.example/",
                "muhr example",
                "мухр.example",
                "2001:db8::7",
                "[2001:db8::7",
                "a_b.example"
            })
    void anythingElseIsNot(String name) {
        assertFalse(OwnNames.isName(name));
    }

    @Test
    void aLabelHasAtMost63LettersAndAName253() {
        assertTrue(OwnNames.isName("a".repeat(63) + ".example"));
        assertFalse(OwnNames.isName("a".repeat(64) + ".example"));
        assertTrue(OwnNames.isName("a.".repeat(126) + "a"));
        assertFalse(OwnNames.isName("a.".repeat(127) + "a"));
    }
}
