package uz.muhr.protocol.freight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.protocol.freight.ContainerNumber.Fault;
import uz.muhr.protocol.refusal.ErrorCode;

final class ContainerNumberTest {
    /** The first is the example of ISO 6346; the last has a remainder of ten, which is written 0. */
    @ParameterizedTest
    @ValueSource(strings = {"CSQU3054383", "MSCU6639870", "NARU3472484", "APZU4812090", "TCLU1234568", "AAAU0000060"})
    void aNumberWithItsCheckDigitIsTaken(String number) {
        assertEquals(number, new ContainerNumber(number).value());
        assertEquals(Optional.empty(), ContainerNumber.faultOf(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csqu 305438 3", "CSQU305438-3", " CSQU3054383"})
    void whatAPersonWritesIsTakenInOneForm(String written) {
        assertEquals(new ContainerNumber("CSQU3054383"), ContainerNumber.parse(written));
    }

    @ParameterizedTest
    @CsvSource({
        "CSQU3054384, CHECK_DIGIT",
        "MSCU1234567, CHECK_DIGIT",
        "MSCU9988776, CHECK_DIGIT",
        "MAEU6543210, CHECK_DIGIT",
        "CSQA3054383, CATEGORY",
        "CSQU305438, FORM",
        "CSQU30543833, FORM",
        "CS1U3054383, FORM",
        "'', FORM",
        "CSQU305438З, FORM",
        "CSQU٣٠٥٤٣٨٣, FORM",
        "ſsqu3054383, FORM",
    })
    void aFaultIsNamed(String number, Fault fault) {
        assertEquals(Optional.of(fault), ContainerNumber.faultOf(number));
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, fault.sentence(), () -> ContainerNumber.parse(number));
    }

    @Test
    void smallLettersAreNotTheirOwnForm() {
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, Fault.FORM.sentence(), () -> new ContainerNumber("csqu3054383"));
    }

    /** ISO 6346: U a freight container, J what can be taken off it, Z a trailer; no other letter is a category. */
    @Test
    void threeLettersAreCategories() {
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            Optional<Fault> fault = ContainerNumber.faultOf("CSQ" + letter + "3054380");
            assertEquals("UJZ".indexOf(letter) < 0, fault.equals(Optional.of(Fault.CATEGORY)), "letter " + letter);
        }
    }

    /** ISO 6346 table A.1: 10 to 38 without 11, 22 and 33. */
    @Test
    void everyLetterCountsAsInTheTableOfTheStandard() {
        List<Integer> table = List.of(
                10, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 34, 35, 36, 37, 38);
        for (int i = 0; i < 26; i++) {
            char letter = (char) ('A' + i);
            int sum = table.get(i) + 2 * 10 + 4 * 10 + 8 * 32;
            assertEquals(
                    Optional.empty(),
                    ContainerNumber.faultOf(letter + "AAU000000" + sum % 11 % 10),
                    "letter " + letter);
        }
    }

    /** ISO 6346 promises as much, but for a remainder of ten. */
    @Test
    void everySingleWrongDigitIsFound() {
        Random random = new Random(6346);
        for (int i = 0; i < 2000; i++) {
            String ten = "MSC" + "UJZ".charAt(random.nextInt(3))
                    + String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
            String right = withCheckDigit(ten);
            int at = 4 + random.nextInt(6);
            char other = (char) ('0' + (right.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
            String wrong = right.substring(0, at) + other + right.substring(at + 1);
            boolean ambiguous = right.endsWith("0");
            assertTrue(
                    ambiguous || ContainerNumber.faultOf(wrong).equals(Optional.of(Fault.CHECK_DIGIT)),
                    right + " and " + wrong);
        }
    }

    private static String withCheckDigit(String ten) {
        for (char digit = '0'; digit <= '9'; digit++) {
            if (ContainerNumber.faultOf(ten + digit).isEmpty()) {
                return ten + digit;
            }
        }
        throw new AssertionError("no check digit fits " + ten);
    }
}
