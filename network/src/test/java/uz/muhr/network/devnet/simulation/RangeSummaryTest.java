package uz.muhr.network.devnet.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.QueryReadsMerkleSummary;
import org.junit.jupiter.api.Test;
import uz.muhr.network.devnet.ledger.Version;

final class RangeSummaryTest {
    private static KVRead read(int i, long block) {
        return KVRead.newBuilder()
                .setKey("k" + i)
                .setVersion(new Version(block, 0).toProto())
                .build();
    }

    private static RangeSummary of(int rows, int changed) {
        RangeSummary summary = new RangeSummary();
        for (int i = 0; i < rows; i++) {
            summary.add(read(i, i == changed ? 2 : 1));
        }
        return summary;
    }

    @Test
    void upToFiftyRowsAreListed() {
        assertEquals(0, of(0, -1).raw().orElseThrow().getKvReadsCount());
        assertEquals(50, of(50, -1).raw().orElseThrow().getKvReadsCount());
        assertTrue(of(50, -1).merkle().isEmpty());
    }

    @Test
    void fromFiftyOneOnThereIsASummary() {
        RangeSummary summary = of(51, -1);
        assertTrue(summary.raw().isEmpty());
        QueryReadsMerkleSummary merkle = summary.merkle().orElseThrow();
        assertEquals(50, merkle.getMaxDegree());
        assertEquals(1, merkle.getMaxLevel());
        assertEquals(1, merkle.getMaxLevelHashesCount());
    }

    @Test
    void theTreeGrowsALevelWhenALevelHasMoreThanFiftyHashes() {
        assertEquals(1, of(51 * 50, -1).merkle().orElseThrow().getMaxLevel());
        QueryReadsMerkleSummary higher = of(51 * 51, -1).merkle().orElseThrow();
        assertEquals(2, higher.getMaxLevel());
        assertEquals(1, higher.getMaxLevelHashesCount());
        assertEquals(2, of(51 * 51 + 3, -1).merkle().orElseThrow().getMaxLevelHashesCount());
    }

    @Test
    void anyRowThatDiffersMakesAnotherSummary() {
        for (int rows : List.of(51, 130, 51 * 51 + 7)) {
            QueryReadsMerkleSummary original = of(rows, -1).merkle().orElseThrow();
            assertEquals(original, of(rows, -1).merkle().orElseThrow());
            assertNotEquals(original, of(rows + 1, -1).merkle().orElseThrow());
            for (int changed = 0; changed < rows; changed += 17) {
                assertNotEquals(original, of(rows, changed).merkle().orElseThrow(), "row " + changed + " of " + rows);
            }
        }
    }
}
