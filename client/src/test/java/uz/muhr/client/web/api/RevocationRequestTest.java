package uz.muhr.client.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uz.muhr.protocol.record.RevocationReason;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

class RevocationRequestTest {
    private static final String VALID = "{\"sequence\":3,\"reason\":\"keyCompromise\"}";

    @Test
    void itNamesTheVersionAndTheReason() {
        assertEquals(new RevocationRequest(3, RevocationReason.KEY_COMPROMISE), RevocationRequest.parse(VALID));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | lacks the member",
                "{\"sequence\":1} | reason",
                "{\"sequence\":\"1\",\"reason\":\"superseded\"} | whole number",
                "{\"sequence\":1.0,\"reason\":\"superseded\"} | whole numbers",
                "{\"sequence\":1e0,\"reason\":\"superseded\"} | whole numbers",
                "{\"sequence\":0,\"reason\":\"superseded\"} | from 1",
                "{\"sequence\":-1,\"reason\":\"superseded\"} | from 1",
                "{\"sequence\":true,\"reason\":\"superseded\"} | whole number",
                "{\"sequence\":1,\"reason\":\"because\"} | one of",
                "{\"sequence\":1,\"reason\":[\"superseded\"]} | simple value",
                "{\"sequence\":1,\"reason\":\"superseded\",\"force\":true} | unknown member",
                "{\"sequence\":1,\"sequence\":1,\"reason\":\"superseded\"} | twice",
                "{\"sequence\":1,\"reason\":\"superseded\"}{} | JSON",
            })
    void anythingElseIsRefusedInOneSentence(String text, String said) {
        Refusal refusal = assertThrows(Refusal.class, () -> RevocationRequest.parse(text));
        assertEquals(ErrorCode.MALFORMED_ARGUMENT, refusal.code());
        assertTrue(refusal.sentence().contains(said) || said.equals("JSON"), refusal.sentence());
    }

    @Test
    void mutationsAreReadOrRefusedButNeverAnythingElse() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            StringBuilder mutated = new StringBuilder(VALID);
            mutated.setCharAt(random.nextInt(mutated.length()), (char) random.nextInt(128));
            try {
                assertTrue(RevocationRequest.parse(mutated.toString()).sequence() >= 1, "seed " + seed);
            } catch (Refusal refusal) {
                assertEquals(ErrorCode.MALFORMED_ARGUMENT, refusal.code(), "seed " + seed);
            }
        }
    }
}
