package uz.muhr.network.devnet.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.devnet.fixture.Blocks;

final class LedgerTest {
    private static final String NAMESPACE = "cc";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static void commit(Ledger ledger, String... keysAndValues) {
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        ledger.commit(Blocks.of(ledger, NAMESPACE, values));
    }

    private static String get(Ledger ledger, String key) {
        try (Snapshot snapshot = ledger.snapshot()) {
            return get(snapshot, key);
        }
    }

    private static String get(Snapshot snapshot, String key) {
        return snapshot.get(new StateKey(NAMESPACE, key))
                .map(entry -> entry.value().toStringUtf8())
                .orElse("");
    }

    private static List<String> keys(Snapshot snapshot, String from, String end) {
        List<String> keys = new ArrayList<>();
        Iterator<StateRow> rows = snapshot.range(NAMESPACE, from, end);
        rows.forEachRemaining(row -> keys.add(row.key()));
        return keys;
    }

    @Test
    void aLedgerOpenedAgainGoesOnWhereItWas() {
        ByteString headerHash;
        ByteString commitHash;
        try (Ledger ledger = Ledger.open(folder)) {
            commit(ledger, "a", "1");
            commit(ledger, "a", "2", "b", "x");
            headerHash = ledger.headerHash();
            commitHash = ledger.commitHash();
        }
        try (Ledger ledger = Ledger.open(folder)) {
            assertEquals(2, ledger.height());
            assertEquals(headerHash, ledger.headerHash());
            assertEquals(commitHash, ledger.commitHash());
            assertEquals("2", get(ledger, "a"));
            assertEquals(
                    new TransactionPlace(1, 0, TxValidationCode.VALID),
                    ledger.transaction("tx-1").orElseThrow());
            assertTrue(ledger.transaction("tx-9").isEmpty());
            assertTrue(ledger.block(2).isEmpty());
            assertTrue(ledger.block(-1).isEmpty());
        }
    }

    /** What is in the file after a commit is what a power cut leaves: it is copied while the ledger is open. */
    @Test
    void aFileTakenAfterAnyCommitHoldsThatBlockWhole() throws IOException {
        try (Ledger ledger = Ledger.open(folder.resolve("running"))) {
            for (int i = 0; i < 30; i++) {
                commit(ledger, "key" + i % 7, "value" + i, "other" + i, "x");
                Path image = Files.createDirectory(folder.resolve("image" + i));
                Files.copy(folder.resolve("running/ledger.mv"), image.resolve("ledger.mv"));
                try (Ledger recovered = Ledger.open(image)) {
                    assertEquals(i + 1, recovered.height());
                    assertEquals("value" + i, get(recovered, "key" + i % 7));
                    assertTrue(recovered.transaction("tx-" + i).isPresent());
                }
            }
        }
    }

    /** A write that the power cut ended in the middle: the blocks before it are there, and it is not half there. */
    @Test
    void aFileWhoseEndWasLostOpensWithWholeBlocksOnly() throws IOException {
        Path file = folder.resolve("running/ledger.mv");
        Random random = new Random(3);
        try (Ledger ledger = Ledger.open(folder.resolve("running"))) {
            commit(ledger, "a", "0", "b", "0");
            long before = Files.size(file);
            for (int i = 1; i < 12; i++) {
                commit(ledger, "a", "" + i, "b", "" + i);
                long after = Files.size(file);
                byte[] bytes = Files.readAllBytes(file);
                if (after > before) {
                    int kept = (int) (before + random.nextInt((int) (after - before)));
                    Path image = Files.createDirectory(folder.resolve("cut" + i));
                    Files.write(image.resolve("ledger.mv"), java.util.Arrays.copyOf(bytes, kept));
                    try (Ledger recovered = Ledger.open(image)) {
                        assertEquals(get(recovered, "a"), get(recovered, "b"), "seed 3, round " + i);
                        assertTrue(recovered.height() >= 1 && recovered.height() <= i + 1);
                        assertEquals("" + (recovered.height() - 1), get(recovered, "a"));
                    }
                }
                before = after;
            }
        }
    }

    @Test
    void aSnapshotStaysAsItWasThroughThousandsOfLaterBlocks() {
        try (Ledger ledger = Ledger.open(folder)) {
            Map<String, String> rows = new TreeMap<>();
            for (int i = 0; i < 500; i++) {
                rows.put(String.format("row%04d", i), "old");
            }
            ledger.commit(Blocks.of(ledger, NAMESPACE, rows));
            try (Snapshot old = ledger.snapshot()) {
                for (int i = 0; i < 1_200; i++) {
                    commit(ledger, String.format("row%04d", i % 500), "new" + i, "added" + i, "x");
                }
                assertEquals(500, keys(old, "", "").size());
                for (String key : rows.keySet()) {
                    assertEquals("old", get(old, key));
                }
            }
            assertEquals("new1199", get(ledger, "row0199"));
        }
    }

    @Test
    void rangesIncludeTheirStartExcludeTheirEndAndStayInTheirNamespace() {
        try (Ledger ledger = Ledger.open(folder)) {
            ledger.commit(Blocks.of(ledger, "c", Map.of("z", "x")));
            commit(ledger, "a", "1", "b", "2", "\u00e9", "3", "\uff5e", "4", "\ud83d\ude00", "5");
            ledger.commit(Blocks.of(ledger, "ccc", Map.of("a", "x")));
            try (Snapshot snapshot = ledger.snapshot()) {
                assertEquals(List.of("a", "b", "\u00e9", "\uff5e", "\ud83d\ude00"), keys(snapshot, "", ""));
                assertEquals(List.of("a"), keys(snapshot, "a", "b"));
                assertEquals(List.of(), keys(snapshot, "b", "a"));
                assertEquals(List.of("\uff5e", "\ud83d\ude00"), keys(snapshot, "\uff5e", ""));
            }
        }
    }

    @Test
    void aBlockOutOfTurnIsRefused() {
        try (Ledger ledger = Ledger.open(folder)) {
            ValidatedBlock first = Blocks.of(ledger, NAMESPACE, Map.of("a", "1"));
            ledger.commit(first);
            assertThrows(IllegalArgumentException.class, () -> ledger.commit(first));
        }
    }

    @Test
    void aSecondDevnetOnTheSameLedgerIsTold() {
        try (Ledger ledger = Ledger.open(folder)) {
            commit(ledger, "a", "1");
            IllegalStateException refused = assertThrows(IllegalStateException.class, () -> Ledger.open(folder));
            assertTrue(String.valueOf(refused.getMessage()).contains("another devnet may be running"));
        }
    }

    @Test
    void aListenerHearsOfABlockWhenItCanBeRead() {
        try (Ledger ledger = Ledger.open(folder)) {
            List<Long> heights = new ArrayList<>();
            Runnable listener = () -> {
                assertTrue(ledger.block(ledger.height() - 1).isPresent());
                heights.add(ledger.height());
            };
            ledger.listen(listener);
            commit(ledger, "a", "1");
            commit(ledger, "a", "2");
            ledger.ignore(listener);
            commit(ledger, "a", "3");
            assertEquals(List.of(1L, 2L), heights);
            assertFalse(ledger.headerHash().isEmpty());
        }
    }
}
