package uz.muhr.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BatchSettingTest {
    private static final Announced MANY = new Announced(1_000, 500);

    @Test
    void unlessItIsOffWhatThePeerAnnouncesCounts() {
        assertEquals(MANY, BatchSetting.of(Map.of()).of(MANY));
        assertEquals(MANY, BatchSetting.of(Map.of("MUHR_BATCHED_STATE", "on")).of(MANY));
    }

    @Test
    void onDoesNotMakeAPeerTakeWhatItDidNotAnnounce() {
        assertEquals(
                Announced.NOTHING,
                BatchSetting.of(Map.of("MUHR_BATCHED_STATE", "on")).of(Announced.NOTHING));
    }

    @Test
    void whenItIsOffNothingCounts() {
        assertEquals(
                Announced.NOTHING,
                BatchSetting.of(Map.of("MUHR_BATCHED_STATE", "off")).of(MANY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ON", "true", " off"})
    void anyOtherWordIsRefused(String said) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> BatchSetting.of(Map.of("MUHR_BATCHED_STATE", said)));
        assertEquals("MUHR_BATCHED_STATE has to be on or off; it is \"" + said + "\".", refused.getMessage());
    }
}
