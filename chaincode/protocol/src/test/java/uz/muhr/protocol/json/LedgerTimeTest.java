package uz.muhr.protocol.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uz.muhr.protocol.Refusals.assertMalformed;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LedgerTimeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-22",
                "2026-11-22T09:30Z",
                "2026-11-22T09:30:00",
                "2026-11-22T09:30:00.0Z",
                "2026-11-22T09:30:00+00:00",
                "2026-11-22T09:30:00+05:00",
                "2026-11-22t09:30:00z",
                "2026-11-22 09:30:00Z",
                "2026-02-29T00:00:00Z",
                "2026-04-31T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2026-11-22T24:00:00Z",
                "2026-11-22T23:60:00Z",
                "2016-12-31T23:59:60Z",
                "+12026-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                " 2026-11-22T09:30:00Z",
                "2026-11-22T09:30:00Z\n",
                "٢٠٢٦-11-22T09:30:00Z"
            })
    void anyOtherFormIsRefused(String text) {
        assertMalformed(() -> LedgerTime.parse("The time", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2024-02-29T23:59:59Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "1970-01-01T00:00:00Z"})
    void theOneFormIsReadAndWritten(String text) {
        assertEquals(text, LedgerTime.write(LedgerTime.parse("The time", text)));
    }

    @Test
    void everySecondIsWrittenInTheFormThatIsRead() {
        Random random = new Random(3339);
        for (int i = 0; i < 10_000; i++) {
            long second = Math.floorMod(random.nextLong(), 4_000_000_000L);
            Instant time = Instant.ofEpochSecond(second, random.nextInt(1_000_000_000));
            assertEquals(
                    Instant.ofEpochSecond(second),
                    LedgerTime.parse("The time", LedgerTime.write(time)),
                    "seed 3339, " + time);
        }
    }
}
