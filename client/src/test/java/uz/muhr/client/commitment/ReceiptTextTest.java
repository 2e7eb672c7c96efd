package uz.muhr.client.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.commitment.CommitmentKind;
import uz.muhr.protocol.refusal.Refusal;

class ReceiptTextTest {
    @Test
    void aReceiptIsReadAsItWasWritten() {
        for (Receipt receipt : List.of(
                Receipts.pending(), Receipts.anchored(), Receipts.open(), Receipts.fields(), Receipts.attested())) {
            assertEquals(receipt, ReceiptText.parse(ReceiptText.write(receipt)));
        }
    }

    @Test
    void theFormOnDiskIsTheGoldenFile() throws IOException {
        try (InputStream golden =
                Objects.requireNonNull(ReceiptTextTest.class.getResourceAsStream("/golden/receipt-anchored.json"))) {
            assertEquals(
                    new String(golden.readAllBytes(), StandardCharsets.UTF_8), ReceiptText.write(Receipts.anchored()));
        }
    }

    @Test
    void aReceiptWithAnyOneHexadecimalDigitChangedIsRefused() {
        String text = ReceiptText.write(Receipts.anchored());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.digit(c, 16) >= 0) {
                String changed = text.substring(0, i) + (c == '1' ? '2' : '1') + text.substring(i + 1);
                assertRefused(changed);
            }
        }
    }

    @Test
    void aTruncatedReceiptIsRefusedAtEveryLength() {
        String text = ReceiptText.write(Receipts.anchored()).strip();
        for (int length = 0; length < text.length(); length++) {
            assertRefused(text.substring(0, length));
        }
    }

    @Test
    void anUnknownMemberIsRefused() {
        assertRefused(ReceiptText.write(Receipts.open()).replace("{\n", "{\n  \"more\": \"x\",\n"));
    }

    @Test
    void anOpenReceiptWithASaltIsRefused() {
        assertRefused(ReceiptText.write(Receipts.pending()).replace("\"salted\"", "\"open\""));
    }

    @Test
    void mutationsAreRefusedOrReadButNeverAnythingElse() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String text = ReceiptText.write(Receipts.anchored());
        for (int round = 0; round < 3_000; round++) {
            StringBuilder mutated = new StringBuilder(text);
            int at = random.nextInt(mutated.length());
            switch (random.nextInt(3)) {
                case 0 -> mutated.setCharAt(at, (char) random.nextInt(0x180));
                case 1 -> mutated.deleteCharAt(at);
                default -> mutated.insert(at, (char) random.nextInt(0x80));
            }
            try {
                assertEquals(Receipts.anchored(), ReceiptText.parse(mutated.toString()), "seed " + seed);
            } catch (Refusal refusal) {
                assertFalse(String.valueOf(refusal.getMessage()).isBlank(), "seed " + seed);
            }
        }
    }

    @Test
    void theSaltIsNotShownByToString() {
        assertFalse(Receipts.pending().toString().contains("cdcdcd"));
    }

    @Test
    void everyNewSaltIsAnother() {
        SecureRandom random = new SecureRandom();
        assertFalse(Receipt.newSalt(random).equals(Receipt.newSalt(random)));
    }

    @Test
    void aReceiptKnowsItsCommitmentAndThatOfAnotherFile() {
        Receipt salted = Receipts.pending();
        assertEquals(CommitmentKind.SALTED, salted.commitment().kind());
        assertEquals(salted.commitment(), salted.commitmentOf(salted.fingerprint()));
        assertFalse(
                salted.commitment().equals(salted.commitmentOf(Receipts.open().fingerprint())));
        assertEquals(CommitmentKind.OPEN, Receipts.open().commitment().kind());
    }

    @Test
    void aReceiptOfFieldsWithoutTheirRootOrWithAnImpossibleNumberIsRefused() {
        String text = ReceiptText.write(Receipts.fields());
        for (String number : List.of("0", "-1", "16385", "4294967313")) {
            assertRefused(text.replace("\"fieldCount\": 17", "\"fieldCount\": " + number));
        }
        assertRefused(text.replace("\"fields\"", "\"salted\""));
        assertRefused(ReceiptText.write(Receipts.pending()).replace("\"salted\"", "\"fields\""));
    }

    @Test
    void anotherFileUnderAReceiptOfFieldsIsAnotherContent() {
        Receipt fields = Receipts.fields();
        assertEquals(CommitmentKind.FIELDS, fields.commitment().kind());
        assertEquals(fields.commitment(), fields.commitmentOf(fields.fingerprint()));
        assertFalse(
                fields.commitment().equals(fields.commitmentOf(Receipts.open().fingerprint())));
    }

    /** Anybody can write a receipt with another file's fingerprint and the hash of a genuine document. */
    @Test
    void noFileIsComparedByItsFingerprintWithAnAttestedDocument() {
        Receipt attested = Receipts.attested();
        assertEquals(CommitmentKind.OPEN_ATTESTATION, attested.commitment().kind());
        Refusal refusal = assertThrows(Refusal.class, () -> attested.commitmentOf(attested.fingerprint()));
        assertTrue(refusal.sentence().contains("its own rule"), refusal.sentence());
    }

    private static void assertRefused(String text) {
        Refusal refusal = assertThrows(Refusal.class, () -> ReceiptText.parse(text), text);
        assertTrue(refusal.sentence().endsWith("."), refusal.sentence());
    }
}
