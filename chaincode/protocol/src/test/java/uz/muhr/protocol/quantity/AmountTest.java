package uz.muhr.protocol.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uz.muhr.protocol.Refusals.assertMalformed;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AmountTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "25", "12.5", "0.000001", "999999999999999.999999", "100"})
    void anAmountIsWrittenAsItWasRead(String text) {
        assertEquals(text, Amount.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-1",
                "+1",
                "01",
                "1.",
                ".5",
                "1.0",
                "0.10",
                "1e3",
                "1,5",
                " 1",
                "1 ",
                "NaN",
                "Infinity",
                "0x1",
                "1000000000000000",
                "0.0000001",
                "٣",
                "1_000",
                "0.0",
                "-0"
            })
    void anyOtherFormIsRefused(String text) {
        assertMalformed(() -> Amount.parse(text));
    }

    @Test
    void sumsAreExactAndStayInTheirOneForm() {
        assertEquals(Amount.parse("0.3"), Amount.parse("0.1").plus(Amount.parse("0.2")));
        assertEquals("1", Amount.parse("0.5").plus(Amount.parse("0.5")).toString());
        assertEquals(Amount.ZERO, Amount.parse("2.5").minus(Amount.parse("2.5")));
        assertEquals(new Amount(new BigDecimal("1.50")), Amount.parse("1.5"));
        assertEquals("100", new Amount(new BigDecimal("1E+2")).toString());
        assertTrue(Amount.parse("9").compareTo(Amount.parse("10")) < 0);
    }

    @Test
    void nothingIsLessThanNothingOrTooLong() {
        assertMalformed(() -> Amount.parse("1").minus(Amount.parse("1.000001")));
        Amount most = Amount.parse("999999999999999");
        assertMalformed(() -> most.plus(Amount.parse("1")));
    }

    @Test
    void aQuantityIsMoreThanNothingOfSomething() {
        assertMalformed(() -> new Quantity(Amount.ZERO, new UnitCode("KGM")));
        assertEquals("12.5 KGM", new Quantity(Amount.parse("12.5"), new UnitCode("KGM")).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "K", "kgm", "KGMS", "K M", "ÄB"})
    void aUnitIsACodeOfRecommendation20(String text) {
        assertMalformed(() -> new UnitCode(text));
    }
}
