package uz.muhr.client.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.client.commitment.ReceiptText;
import uz.muhr.client.commitment.Receipts;
import uz.muhr.client.verification.Inquiry;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

class VerificationRequestTest {
    private static final Receipt RECEIPT = Receipts.anchored();
    private static final String FINGERPRINT = RECEIPT.fingerprint().hex();

    @Test
    void jsonSaysAllThatCanBeAsked() {
        Inquiry inquiry = VerificationRequest.parse(whole().toString());
        assertEquals(Optional.of(new Fingerprint(FINGERPRINT)), inquiry.file());
        assertEquals(Optional.of(RECEIPT), inquiry.receipt());
        assertEquals(Optional.of(RECEIPT.documentId()), inquiry.document());
        assertEquals(Optional.of(Instant.parse("2026-11-22T23:59:59Z")), inquiry.at());
    }

    @Test
    void aFormSaysTheSame() {
        Inquiry inquiry = VerificationRequest.of(new UploadForm<>(
                Optional.of(RECEIPT.fingerprint()),
                Map.of(
                        "receipt", ReceiptText.write(RECEIPT),
                        "number", "uz-co-1",
                        "issuer", "ChamberMSP",
                        "type", "861",
                        "at", "2026-11-22")));
        assertEquals(VerificationRequest.parse(whole().toString()), inquiry);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | Give a file, a receipt, or a number",
                "[] | has to be a JSON object",
                "null | null",
                "'' | JSON",
                "{\"fingerprint\":1} | has to be text",
                "{\"fingerprint\":\"AB\"} | 64 digits",
                "{\"fingerprint\":null} | null",
                "{\"number\":\"1\"} | together",
                "{\"number\":\"1\",\"issuer\":\"ChamberMSP\"} | together",
                "{\"number\":\"1\",\"issuer\":\"ChamberMSP\",\"type\":861} | has to be text",
                "{\"number\":\"1\",\"issuer\":\"ChamberMSP\",\"type\":\"479\"} | UNTDID 1001",
                "{\"number\":\"1\",\"issuer\":\"a b\",\"type\":\"861\"} | MSP id",
                "{\"number\":\"\",\"issuer\":\"ChamberMSP\",\"type\":\"861\"} | 1 to 70",
                "{\"receipt\":\"text\"} | JSON object",
                "{\"receipt\":{}} | lacks the member",
                "{\"at\":\"2026-11-22\"} | Give a file",
                "{\"at\":\"22.11.2026\"} | The time that is asked",
                "{\"file\":\"x\"} | Give a file",
            })
    void whatCannotBeAskedIsRefusedInOneSentence(String text, String said) {
        Refusal refusal = assertThrows(Refusal.class, () -> VerificationRequest.parse(text));
        assertEquals(ErrorCode.MALFORMED_ARGUMENT, refusal.code());
        assertTrue(refusal.sentence().contains(said), refusal.sentence());
    }

    @Test
    void anUnknownMemberIsRefusedByName() {
        JsonObject question = whole();
        question.addProperty("trust", true);
        Refusal refusal = assertThrows(Refusal.class, () -> VerificationRequest.parse(question.toString()));
        assertTrue(refusal.sentence().contains("trust"), refusal.sentence());
    }

    @Test
    void aRepeatedMemberIsRefused() {
        String twice = "{\"fingerprint\":\"" + FINGERPRINT + "\",\"fingerprint\":\"" + FINGERPRINT + "\"}";
        assertTrue(assertThrows(Refusal.class, () -> VerificationRequest.parse(twice))
                .sentence()
                .contains("twice"));
    }

    @Test
    void aReceiptOfAnotherDocumentThanTheNumberIsRefused() {
        JsonObject question = whole();
        question.addProperty("number", "UZ-CO-2");
        assertThrows(Refusal.class, () -> VerificationRequest.parse(question.toString()));
    }

    @Test
    void aReceiptWithOneChangedDigitIsRefusedAndItsSaltIsNotRepeated() {
        JsonObject question = whole();
        String salt = "cd".repeat(31) + "ce";
        question.getAsJsonObject("receipt").addProperty("salt", salt);
        Refusal refusal = assertThrows(Refusal.class, () -> VerificationRequest.parse(question.toString()));
        assertTrue(refusal.sentence().contains("damaged"));
        assertFalse(refusal.sentence().contains(salt));
    }

    @Test
    void mutationsAreReadOrRefusedButNeverAnythingElse() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String valid = whole().toString();
        int refused = 0;
        for (int round = 0; round < 5_000; round++) {
            StringBuilder mutated = new StringBuilder(valid);
            for (int change = random.nextInt(4); change >= 0; change--) {
                int at = random.nextInt(mutated.length());
                switch (random.nextInt(4)) {
                    case 0 -> mutated.setCharAt(at, (char) random.nextInt(0x250));
                    case 1 -> mutated.deleteCharAt(at);
                    case 2 -> mutated.insert(at, "{}[]\",:\\0\ud83d".charAt(random.nextInt(10)));
                    default -> mutated.setLength(Math.max(8, at));
                }
            }
            try {
                VerificationRequest.parse(mutated.toString());
            } catch (Refusal refusal) {
                assertEquals(ErrorCode.MALFORMED_ARGUMENT, refusal.code(), "seed " + seed);
                assertTrue(refusal.sentence().endsWith("."), "seed " + seed + ": " + refusal.sentence());
                refused++;
            }
        }
        assertTrue(refused > 4_000, "seed " + seed + ": " + refused);
    }

    private static JsonObject whole() {
        JsonObject question = new JsonObject();
        question.addProperty("fingerprint", FINGERPRINT);
        question.add("receipt", JsonParser.parseString(ReceiptText.write(RECEIPT)));
        question.addProperty("number", "uz-co-1");
        question.addProperty("issuer", "ChamberMSP");
        question.addProperty("type", "861");
        question.addProperty("at", "2026-11-22");
        return question;
    }
}
