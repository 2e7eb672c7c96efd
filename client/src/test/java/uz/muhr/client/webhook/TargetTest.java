package uz.muhr.client.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

class TargetTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://single-window.example/muhr",
                "https://single-window.example:8443/muhr?client=1",
                "HTTPS://EXAMPLE.ORG",
                "https://[2001:db8::1]/",
                "http://127.0.0.1:9000/events",
                "http://localhost:9000",
                "http://LocalHost/",
                "http://[::1]:9000/"
            })
    void whatMayBeSentToIsKeptAsItIs(String url) {
        assertEquals(url, Target.parse(url).url().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "/events",
                "http://single-window.example/",
                "http://127.0.0.2/",
                "http://127.1/",
                "http://localhost.example/",
                "http://10.0.0.1/",
                "ftp://single-window.example/",
                "file:///etc/passwd",
                "https:///muhr",
                "https://user:password@single-window.example/",
                "https://single-window.example/#part",
                "https://single-window.example:70000/",
                "https://single window.example/",
                "https://under_score.example/",
                "javascript:alert(1)"
            })
    void anythingElseIsRefused(String url) {
        Refusal refusal = assertThrows(Refusal.class, () -> Target.parse(url));
        assertEquals(ErrorCode.MALFORMED_ARGUMENT, refusal.code());
        assertTrue(refusal.sentence().startsWith("A webhook's URL cannot be used: "), refusal.sentence());
    }

    @Test
    void anEndlessUrlIsRefused() {
        assertThrows(Refusal.class, () -> Target.parse("https://example.org/" + "x".repeat(2_000)));
    }
}
