package uz.muhr.network.devnet.validation;

import static org.hyperledger.fabric.protos.peer.TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.MVCC_READ_CONFLICT;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.PHANTOM_READ_CONFLICT;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.VALID;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.util.List;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.QueryReads;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.devnet.fixture.Identities;
import uz.muhr.network.devnet.fixture.Made;
import uz.muhr.network.devnet.ledger.Version;

@ExtendWith(Identities.class)
final class ReadConflictTest {
    private final Bench bench;
    private final Made made;

    ReadConflictTest(Identities.Home home, @TempDir Path folder) {
        bench = new Bench(home, folder);
        made = bench.made();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static RangeQueryInfo range(String start, String end, boolean exhausted, String... rows) {
        QueryReads.Builder reads = QueryReads.newBuilder();
        for (String row : rows) {
            reads.addKvReads(org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead.newBuilder()
                    .setKey(row)
                    .setVersion(new Version(0, 0).toProto()));
        }
        RangeQueryInfo.Builder info =
                RangeQueryInfo.newBuilder().setStartKey(start).setEndKey(end).setItrExhausted(exhausted);
        return rows.length == 0 ? info.build() : info.setRawReads(reads).build();
    }

    @Test
    void aReadOfAnotherVersionConflicts() {
        Version current = new Version(0, 0);
        assertEquals(
                List.of(VALID),
                bench.codes(made.transaction().reads("old", current).bytes()));
        assertEquals(
                List.of(MVCC_READ_CONFLICT),
                bench.codes(made.transaction().reads("old", new Version(0, 1)).bytes()));
        assertEquals(
                List.of(MVCC_READ_CONFLICT),
                bench.codes(made.transaction().readsAbsent("old").bytes()));
        assertEquals(
                List.of(MVCC_READ_CONFLICT),
                bench.codes(made.transaction().reads("never", current).bytes()));
        assertEquals(
                List.of(VALID),
                bench.codes(made.transaction().readsAbsent("never").bytes()));
    }

    @Test
    void aKeyWrittenEarlierInTheBlockConflictsAlsoWhenOnlyDeleted() {
        Version current = new Version(0, 0);
        assertEquals(
                List.of(VALID, MVCC_READ_CONFLICT, VALID),
                bench.codes(
                        made.transaction().writes("old", "").bytes(),
                        made.transaction().reads("old", current).bytes(),
                        made.transaction().writes("old", "blind").bytes()));
    }

    @Test
    void aTransactionThatFailedLeavesNothingForLaterOnesToConflictWith() {
        assertEquals(
                List.of(ENDORSEMENT_POLICY_FAILURE, VALID),
                bench.codes(
                        made.transaction()
                                .writes("old", "lost")
                                .endorsedBy("CustomsMSP")
                                .bytes(),
                        made.transaction().reads("old", new Version(0, 0)).bytes()));
    }

    @Test
    void aPolicyFailureComesBeforeAConflict() {
        assertEquals(
                List.of(ENDORSEMENT_POLICY_FAILURE),
                bench.codes(made.transaction()
                        .readsAbsent("old")
                        .endorsedBy("CustomsMSP")
                        .bytes()));
    }

    @Test
    void aRangeIsReadAgainWithTheBlocksOwnWrites() {
        ByteString reader = made.transaction()
                .changeSet(set -> set.addRangeQueriesInfo(range("row", "rox", true, "row1", "row2")))
                .bytes();
        assertEquals(List.of(VALID), bench.codes(reader));
        assertEquals(
                List.of(VALID, PHANTOM_READ_CONFLICT),
                bench.codes(made.transaction().writes("row3", "x").bytes(), reader));
        assertEquals(
                List.of(VALID, PHANTOM_READ_CONFLICT),
                bench.codes(made.transaction().writes("row1", "").bytes(), reader));
        assertEquals(
                List.of(VALID, PHANTOM_READ_CONFLICT),
                bench.codes(made.transaction().writes("row1", "x").bytes(), reader));
        assertEquals(
                List.of(VALID, VALID),
                bench.codes(made.transaction().writes("rox", "x").bytes(), reader));
    }

    @Test
    void anUnfinishedRangeIncludesItsLastRowAndAFinishedOneDoesNot() {
        ByteString unfinished = made.transaction()
                .changeSet(set -> set.addRangeQueriesInfo(range("row", "row1", false, "row1")))
                .bytes();
        assertEquals(
                List.of(VALID, VALID),
                bench.codes(made.transaction().writes("row2", "y").bytes(), unfinished));
        assertEquals(
                List.of(VALID, PHANTOM_READ_CONFLICT),
                bench.codes(made.transaction().writes("row1", "y").bytes(), unfinished));
        ByteString empty = made.transaction()
                .changeSet(set -> set.addRangeQueriesInfo(range("row3", "row9", true)))
                .bytes();
        assertEquals(List.of(VALID), bench.codes(empty));
        assertEquals(
                List.of(VALID, PHANTOM_READ_CONFLICT),
                bench.codes(made.transaction().writes("row5", "y").bytes(), empty));
        ByteString whole = made.transaction()
                .changeSet(set -> set.addRangeQueriesInfo(range("row", "", true, "row1", "row2")))
                .bytes();
        assertEquals(List.of(VALID), bench.codes(whole));
        assertEquals(
                List.of(VALID, PHANTOM_READ_CONFLICT),
                bench.codes(made.transaction().writes("zzz", "y").bytes(), whole));
    }
}
