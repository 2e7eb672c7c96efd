package uz.muhr.client.web.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyRulesTest {
    private final BodyRules rules = new BodyRules(1 << 20, 1000, Duration.ofSeconds(30));

    @ParameterizedTest
    @CsvSource({
        "0, 0, false",
        "0, 30000, false",
        "0, 30001, true",
        "1, 30001, false",
        "1000, 31000, false",
        "999, 31000, true",
        "70000, 100000, false",
        "69999, 100000, true"
    })
    void afterTheGraceABodyHasToHaveComeAtTheLeastRate(long bytes, long millis, boolean tooSlow) {
        assertEquals(tooSlow, rules.tooSlow(bytes, Duration.ofMillis(millis)));
    }
}
