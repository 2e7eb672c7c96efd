package uz.muhr.client.consignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

class ConsignmentTextTest {
    @Test
    void aReceiptIsReadAsItWasWritten() {
        for (ConsignmentReceipt receipt : List.of(Voyage.pending(), Voyage.opened())) {
            assertEquals(receipt, ConsignmentText.parse(ConsignmentText.write(receipt)));
        }
    }

    @Test
    void theFormOnDiskStaysWhatItIs() {
        assertEquals(
                """
                {
                  "format": 1,
                  "state": "OPENED",
                  "opener": "CarrierMSP",
                  "consignment": "%s",
                  "secret": "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd",
                  "ucr": "6UZ201234567TAS0001",
                  "containers": [
                    "CSQU3054383"
                  ],
                  "documents": [
                    {
                      "issuer": "ChamberMSP",
                      "type": "861",
                      "number": "UZ-CO-2026-000417",
                      "kind": "salted",
                      "commitment": "efefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefef"
                    }
                  ],
                  "seals": [
                    {
                      "container": "CSQU3054383",
                      "manufacturer": "TAMGA",
                      "number": "UZ0042",
                      "devices": [
                        "urn:epc:id:giai:4780000.7001"
                      ]
                    }
                  ],
                  "places": [
                    "UZTAS"
                  ],
                  "transaction": "abababababababababababababababababababababababababababababababab",
                  "block": 17,
                  "check": "%s"
                }
                """.formatted(
                                Voyage.opened().id(),
                                ConsignmentText.write(Voyage.opened())
                                        .replaceAll("(?s).*\"check\": \"([0-9a-f]{64})\".*", "$1")),
                ConsignmentText.write(Voyage.opened()));
    }

    @Test
    void aReceiptWithAnyOneCharacterOfAValueChangedIsRefused() {
        String text = ConsignmentText.write(Voyage.opened());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                assertRefused(text.substring(0, i) + (c == '1' ? '2' : '1') + text.substring(i + 1));
            }
        }
    }

    @Test
    void aTruncatedReceiptIsRefusedAtEveryLength() {
        String text = ConsignmentText.write(Voyage.opened()).strip();
        for (int length = 0; length < text.length(); length++) {
            assertRefused(text.substring(0, length));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"format\": 1` | `\"format\": 2`",
                "`\"state\": \"OPENED\"` | `\"state\": \"PENDING\"`",
                "`\"ucr\"` | `\"urc\"`",
                "`\"CSQU3054383\"\n  ]` | `\"CSQU3054383\", \"CSQU3054383\"\n  ]`",
                "`\"places\": [` | `\"places\": [7, `",
                "`\"opener\"` | `\"more\": 1, \"opener\"`"
            })
    void whatIsNoReceiptOfThisFormatIsRefused(String part, String instead) {
        String text = ConsignmentText.write(Voyage.opened());
        String changed = text.replace(part.replace("\\n", "\n"), instead.replace("\\n", "\n"));
        assertFalse(text.equals(changed), part);
        assertRefused(changed);
    }

    @Test
    void mutationsAreRefusedOrReadButNeverAnythingElse() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String text = ConsignmentText.write(Voyage.opened());
        for (int round = 0; round < 2_000; round++) {
            StringBuilder mutated = new StringBuilder(text);
            int at = random.nextInt(mutated.length());
            switch (random.nextInt(3)) {
                case 0 -> mutated.setCharAt(at, (char) random.nextInt(0x180));
                case 1 -> mutated.deleteCharAt(at);
                default -> mutated.insert(at, (char) random.nextInt(0x80));
            }
            try {
                assertEquals(Voyage.opened(), ConsignmentText.parse(mutated.toString()), "seed " + seed);
            } catch (Refusal refusal) {
                assertFalse(String.valueOf(refusal.getMessage()).isBlank(), "seed " + seed);
            }
        }
    }

    @Test
    void theSecretIsNotShownByToString() {
        assertFalse(Voyage.opened().toString().contains("cdcdcd"));
    }

    private static void assertRefused(String text) {
        Refusal refusal = assertThrows(Refusal.class, () -> ConsignmentText.parse(text), text);
        assertEquals(ErrorCode.MALFORMED_ARGUMENT, refusal.code());
        assertTrue(refusal.sentence().endsWith("."), refusal.sentence());
        assertFalse(refusal.sentence().contains("cdcdcdcd"), "the secret is not repeated");
    }
}
