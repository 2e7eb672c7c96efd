package uz.muhr.client.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedTextTest {
    @ParameterizedTest
    @CsvSource({
        "Certificate of Origin, 861",
        "CERTIFICATE OF ORIGIN FORM A, 865",
        "Phytosanitary certificate, 851",
        "Sanitary certificate, 852",
        "Veterinary health certificate, 853",
        "Сертификат о происхождении товара, 861",
        "Фитосанитарный сертификат, 851",
        "Ветеринарное свидетельство, 853",
        "Kelib chiqish sertifikati, 861",
        "Fitosanitar sertifikat, 851",
        "Bill of Lading, 705",
        "Air Waybill, 740",
        "Commercial invoice, 380"
    })
    void aTitleIsATypeInEachLanguage(String title, String type) {
        assertEquals(Map.of(Fact.TYPE, type), read(title));
    }

    @Test
    void uzbekLettersAreReadHoweverTheirMarkIsTyped() {
        for (String mark : new String[] {"'", "\u2018", "\u2019", "\u02bb", "\u02bc", "`"}) {
            assertEquals(Map.of(Fact.TYPE, "720"), read("Temir yo" + mark + "l yukxati"));
        }
    }

    @Test
    void theFirstTitleIsTheDocumentsOwn() {
        assertEquals(
                Map.of(Fact.TYPE, "861"),
                read("Certificate of Origin", "Remarks: phytosanitary certificate of 11 September, invoice"));
    }

    @Test
    void aCodeGoesBeforeATitle() {
        assertEquals(
                "911",
                read("Certificate of origin", "document type 911 (UNTDID 1001)").get(Fact.TYPE));
        assertEquals("861", read("UNTDID 1001 document type 861, number UZ-1").get(Fact.TYPE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Number: UZ-CO-7|UZ-CO-7",
                "Certificate No. AB/12-3|AB/12-3",
                "4  CERTIFICATE NUMBER AND DATE OF ISSUE;UZ-CO-2026-000417|UZ-CO-2026-000417",
                "Number;uz-co-7|UZ-CO-7",
                "№ 77-12|77-12",
                "Номер: УЗ-77|УЗ-77",
                "Sertifikat raqami UZ-12|UZ-12",
                "document type 861, number UZ-1.|UZ-1"
            })
    void aNumberStandsBesideOrBelowItsLabel(String text, String number) {
        assertEquals(number, read(text.split(";")).get(Fact.NUMBER));
    }

    @ParameterizedTest
    @CsvSource({
        "Taxpayer number 000 000 417",
        "Identification number UZ-000",
        "Number of packages 12",
        "Quote the number in every enquiry",
        "7  NO.",
        "No objection"
    })
    void otherNumbersAreNotTheDocuments(String text) {
        assertEquals(Map.of(), read(text));
    }

    @Test
    void aValidityIsReadWithBothItsEndsOrOne() {
        Map<Fact, String> both = Map.of(Fact.VALID_FROM, "2026-01-01", Fact.VALID_UNTIL, "2026-12-31");
        assertEquals(both, read("3  VALID", "2026-01-01 to 2026-12-31"));
        assertEquals(both, read("Validity: from 01.01.2026 until 31.12.2026"));
        assertEquals(both, read("Действителен с 01.01.2026 по 31.12.2026"));
        assertEquals(Map.of(Fact.VALID_UNTIL, "2026-12-31"), read("Действителен до 31.12.2026"));
        assertEquals(Map.of(Fact.VALID_UNTIL, "2026-12-31"), read("Valid until: 2026-12-31"));
    }

    @Test
    void aDateThatThereIsNotIsNone() {
        assertEquals(Map.of(), read("Valid until 2026-02-31"));
        assertEquals(Map.of(Fact.ISSUED, "2026-02-28"), read("Issued on 28.02.2026"));
    }

    private static Map<Fact, String> read(String... lines) {
        Gathered gathered = new Gathered();
        PrintedText.read(Arrays.stream(lines).collect(Collectors.joining("\n")), "text", gathered);
        return gathered.facts().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, fact -> fact.getValue()
                .value()));
    }
}
