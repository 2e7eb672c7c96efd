package uz.muhr.client.web.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamesTest {
    private static String name(Map<String, Object> claims) {
        return Names.of(() -> claims, "preferred_username");
    }

    @Test
    void somebodyIsCalledAsTheSettingsSayElseByWhateverNamesThem() {
        assertEquals("dilnoza", name(Map.of("preferred_username", "dilnoza", "sub", "b1")));
        assertEquals("b1", name(Map.of("sub", "b1", "client_id", "freight")));
        assertEquals("freight", name(Map.of("client_id", "freight")));
        assertEquals("freight", name(Map.of("azp", "freight")));
        assertEquals("(no name)", name(Map.of()));
    }

    @Test
    void aNameBreaksNoLineAndTurnsNoDirection() {
        assertEquals("ab", name(Map.of("preferred_username", "a\r\n\u2028\u202e\u0000b")));
        assertEquals("b1", name(Map.of("preferred_username", " \n", "sub", "b1")));
        assertEquals("b1", name(Map.of("preferred_username", List.of("x"), "sub", "b1")));
    }

    @Test
    void aLongNameIsCutBetweenCharacters() {
        assertEquals("\uD83D\uDE00".repeat(60), name(Map.of("preferred_username", "\uD83D\uDE00".repeat(61))));
    }
}
