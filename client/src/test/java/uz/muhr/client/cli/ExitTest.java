package uz.muhr.client.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uz.muhr.protocol.verdict.Verdict;

class ExitTest {
    @ParameterizedTest
    @EnumSource(Verdict.class)
    void onlyValidExitsWithZero(Verdict verdict) {
        int expected = verdict == Verdict.VALID ? 0 : verdict == Verdict.UNDETERMINED ? 2 : 1;
        assertEquals(expected, Exit.of(verdict));
    }
}
