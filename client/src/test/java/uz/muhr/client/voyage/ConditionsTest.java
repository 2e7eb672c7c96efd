package uz.muhr.client.voyage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.protocol.freight.SealCondition;
import uz.muhr.protocol.refusal.Refusal;

class ConditionsTest {
    @ParameterizedTest
    @EnumSource
    void aConditionIsSaidByItsWordOrItsCode(SealCondition condition) {
        assertEquals(condition, Conditions.parse(Conditions.word(condition)));
        assertEquals(condition, Conditions.parse(condition.code()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "RIGHT", "6", "good", "\u001b"})
    void anotherWordIsRefusedAndTheWordsThereAreAreNamed(String text) {
        assertTrue(assertThrows(Refusal.class, () -> Conditions.parse(text))
                .sentence()
                .contains("damaged"));
    }
}
