package uz.muhr.client.stamp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.refusal.Refusal;

class VerifyPageTest {
    @ParameterizedTest
    @CsvSource({
        "https://verify.example, https://verify.example/",
        "https://verify.example/documents/, https://verify.example/documents/",
        "https://verify.example:8443, https://verify.example:8443/",
        "http://127.0.0.1:8080, http://127.0.0.1:8080/",
        "http://localhost, http://localhost/"
    })
    void anAddressEndsWithASlash(String text, String address) {
        assertEquals(address, VerifyPage.parse(text).address().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "verify.example",
                "http://verify.example",
                "ftp://verify.example",
                "javascript:alert(1)",
                "https://user@verify.example",
                "https://verify.example/?a=b",
                "https://verify.example/#part",
                "https:///path",
                "https://verify.example/ x",
                "https://verify.example/ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
            })
    void whatPeopleCouldNotSafelyBeSentToIsRefused(String text) {
        assertTrue(assertThrows(Refusal.class, () -> VerifyPage.parse(text))
                .sentence()
                .contains("https"));
    }

    @ParameterizedTest
    @CsvSource({"UZ-1, UZ-1", "A&B=1, A%26B%3D1", "УЗ-1, %D0%A3%D0%97-1", "A/1?#+%, A%2F1%3F%23%2B%25"})
    void aNumberCannotSlipAnythingElseIntoTheLink(String number, String written) {
        Mark mark = new Mark(
                new MspId("ChamberMSP"),
                new TypeCode("861"),
                DocumentNumber.parse(number),
                VerifyPage.parse("https://verify.example"));
        assertEquals(
                "https://verify.example/?number=" + written + "&issuer=ChamberMSP&type=861",
                mark.link().toASCIIString());
    }
}
