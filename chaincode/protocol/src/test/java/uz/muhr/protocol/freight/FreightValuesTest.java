package uz.muhr.protocol.freight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uz.muhr.protocol.Refusals.assertMalformed;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.protocol.refusal.ErrorCode;

final class FreightValuesTest {
    @Test
    void numbersAndNamesAreComparedInCapitalsAndWithoutSpaces() {
        assertEquals(
                "6UZ123456789-TAS-0001", Ucr.parse("6uz 123456789-tas-0001").value());
        assertEquals("0012345", SealNumber.parse("00 12345").value());
        assertEquals("EJSEAL", SealManufacturer.parse("EJ Seal").value());
        assertEquals("UZTAS", Place.parse("uz tas").code());
    }

    @Test
    void aLeadingZeroBelongsToASealsNumber() {
        assertEquals(
                List.of("0012345"),
                Stream.of(new SealNumber("0012345")).map(SealNumber::value).toList());
        assertEquals(false, new SealNumber("0012345").equals(new SealNumber("12345")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "a", "A\u0000", "A B", "A\u202E", "ı", "UZ*", "Ш1"})
    void whatIsInNoOneFormIsRefused(String text) {
        assertMalformed(() -> new Ucr(text));
        assertMalformed(() -> new SealNumber(text));
        assertMalformed(() -> new SealManufacturer(text));
        assertMalformed(() -> new Place(text));
    }

    @Test
    void nothingIsLongerThan35Characters() {
        assertEquals(35, new Ucr("A".repeat(35)).value().length());
        assertEquals(35, new SealNumber("A".repeat(35)).value().length());
        assertEquals(35, new SealManufacturer("A".repeat(35)).value().length());
        assertEquals(1, new SealNumber("7").value().length());
        assertMalformed(() -> new Ucr("A".repeat(36)));
        assertMalformed(() -> new SealNumber("A".repeat(36)));
        assertMalformed(() -> new SealManufacturer("A".repeat(36)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UZTAS", "GEPTI", "TMKRW", "USNYC", "DEHAM", "US2AB"})
    void aPlaceIsACodeOfUnLocode(String code) {
        assertEquals(code, new Place(code).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UZ", "UZTA", "UZTASH", "1ZTAS", "UZTA0", "UZTA1"})
    void anotherFormIsNoPlace(String code) {
        assertMalformed(() -> new Place(code));
    }

    @Test
    void codesAreThoseOfTheLists() {
        assertEquals(List.of("I", "S", "H"), codes(SealClass.values()));
        assertEquals(List.of("mechanical", "electronic"), codes(SealKind.values()));
        assertEquals(List.of("1", "2", "3", "4", "5"), codes(SealCondition.values()));
        assertEquals(List.of("CA", "CU", "SH", "TO", "AC"), codes(SealingParty.values()));
    }

    @Test
    void everyCodeIsReadAsItIsWritten() {
        for (SealClass one : SealClass.values()) {
            assertEquals(one, SealClass.parse(one.code()));
        }
        for (SealKind one : SealKind.values()) {
            assertEquals(one, SealKind.parse(one.code()));
        }
        for (SealCondition one : SealCondition.values()) {
            assertEquals(one, SealCondition.parse(one.code()));
        }
        for (SealingParty one : SealingParty.values()) {
            assertEquals(one, SealingParty.parse(one.code()));
        }
    }

    @Test
    void anotherCodeIsRefusedWithThoseThereAre() {
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "one of I, S, H; it is \"h\"", () -> SealClass.parse("h"));
        assertMalformed(() -> SealKind.parse("ELECTRONIC"));
        assertMalformed(() -> SealCondition.parse("6"));
        assertMalformed(() -> SealingParty.parse(""));
    }

    /** A person copies a number from a table with spaces that do not break; other letters are never bent into ASCII. */
    @Test
    void onlySpacesAreLeftOutAndOnlyAsciiIsMadeCapital() {
        assertEquals("UZ0042", SealNumber.parse("uz\u00A00042").value());
        assertEquals("UZTAS", Place.parse(" uz\u00A0tas ").code());
        for (String other : List.of("uz\t1", "uz\n1", "uz\u20091", "\u0131z1", "\u017Fz1", "\uFF55z1", "ß1")) {
            assertMalformed(() -> SealNumber.parse(other));
            assertMalformed(() -> SealManufacturer.parse(other));
            assertMalformed(() -> Ucr.parse(other));
        }
    }

    @Test
    void whatIsRefusedIsNamedWithWhatIsExpected() {
        assertRefused(
                ErrorCode.MALFORMED_ARGUMENT,
                "A place has to be a code of UN/LOCODE, such as UZTAS; it is \"TASHKENT\".",
                () -> Place.parse("Tashkent"));
        assertRefused(
                ErrorCode.MALFORMED_ARGUMENT,
                "number has to be 1 to 35 of A-Z, 0-9 and /.-; it is \"#1\".",
                () -> SealNumber.parse("#1"));
        assertRefused(
                ErrorCode.MALFORMED_ARGUMENT,
                "manufacturer has to be 1 to 35 of A-Z, 0-9 and &.-; it is \"A/B\".",
                () -> SealManufacturer.parse("a/b"));
        assertRefused(
                ErrorCode.MALFORMED_ARGUMENT,
                "reference has to be 1 to 35 of A-Z, 0-9 and ()/.-; it is \"\".",
                () -> Ucr.parse(" "));
        assertRefused(
                ErrorCode.MALFORMED_ARGUMENT,
                "A container seal's condition has to be one of 1, 2, 3, 4, 5; it is \"0\".",
                () -> SealCondition.parse("0"));
        assertRefused(
                ErrorCode.MALFORMED_ARGUMENT,
                "A container seal's sealing party has to be one of CA, CU, SH, TO, AC; it is \"AA\".",
                () -> SealingParty.parse("AA"));
        assertRefused(
                ErrorCode.MALFORMED_ARGUMENT,
                "A container seal's kind has to be one of mechanical, electronic; it is \"radio\".",
                () -> SealKind.parse("radio"));
    }

    @Test
    void whatWasReadIsWrittenAsItIsCompared() {
        assertEquals("UZTAS", Place.parse("uztas").toString());
        assertEquals("CSQU3054383", ContainerNumber.parse("csqu 305438-3").toString());
        assertEquals("A(1)/B.C-D", Ucr.parse("a(1)/b.c-d").toString());
        assertEquals("J&J.CO-1", SealManufacturer.parse("j&j.co-1").toString());
        assertEquals("A/1.2-3", SealNumber.parse("a/1.2-3").toString());
    }

    private static List<String> codes(Coded[] all) {
        return Stream.of(all).map(Coded::code).toList();
    }
}
