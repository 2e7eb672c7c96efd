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

    private static List<String> codes(Coded[] all) {
        return Stream.of(all).map(Coded::code).toList();
    }
}
