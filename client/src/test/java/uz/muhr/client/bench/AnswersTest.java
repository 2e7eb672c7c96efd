package uz.muhr.client.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AnswersTest {
    private static final Results RESULTS =
            SampleRound.results(SampleRound.withGain(20), SampleRound.withGain(40), SampleRound.withGain(30));

    @Test
    void theTableHasALineForEachPartAndTheRatiosBelow() {
        assertEquals("""
                                                 a second (least to most)        p50 ms    p95 ms    p99 ms
                a document a transaction             10.0 (10.0 to 10.0)            1.0       1.0       1.0
                documents through the journal       300.0 (200.0 to 400.0)          1.0       1.0       1.0
                no-op transactions                   20.0 (20.0 to 20.0)            1.0       1.0       1.0
                idle: a document                     10.0 (10.0 to 10.0)          110.0     110.0     110.0
                idle: a no-op                        10.0 (10.0 to 10.0)          100.0     100.0     100.0
                verdicts                            200.0 (200.0 to 200.0)          1.0       1.0       1.0
                bare reads                          500.0 (500.0 to 500.0)          1.0       1.0       1.0

                the journal against a document a transaction: 30.0 times (20.0 to 40.0)
                idle, a document against a no-op: 1.10 times (medians)
                documents sent 930, VALID on the ledger 930
                memory in MB: bench 100, peer 400; in all 500""", Table.of(RESULTS));
    }

    @Test
    void jsonHasTheSameFigures() {
        JsonObject json = ResultsJson.of(RESULTS);
        assertEquals(30, json.getAsJsonObject("gain").get("median").getAsDouble());
        assertEquals(
                200,
                json.getAsJsonObject("together")
                        .getAsJsonObject("perSecond")
                        .get("least")
                        .getAsDouble());
        assertEquals(1.1, json.get("idleRatio").getAsDouble());
        assertEquals(930, json.get("valid").getAsInt());
        assertEquals(400_000_000L, json.getAsJsonObject("memory").get("peer").getAsLong());
    }

    @Test
    void whatCouldNotBeMeasuredIsNullInJson() {
        Round whole = SampleRound.withGain(20);
        Round unread = new Round(
                whole.alone(),
                whole.together(),
                whole.nothing(),
                whole.idle(),
                whole.verdicts(),
                new Measured(Duration.ofSeconds(1), List.of(), 10));
        JsonObject reads = ResultsJson.of(SampleRound.results(unread)).getAsJsonObject("reads");
        assertTrue(reads.get("p50").isJsonNull());
        assertEquals(10, reads.get("failed").getAsInt());
    }
}
