package uz.muhr.client.following;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.fabric.LedgerBlock;
import uz.muhr.client.register.Register;
import uz.muhr.client.register.RegisterSettings;

/** What is taken from a peer, when blocks 0 to 2 were followed. */
class ChainTest {
    private static final Instant TIME = Instant.parse("2026-11-24T10:00:00Z");

    @TempDir
    Path folder;

    private Register register;

    @BeforeEach
    void followThreeBlocks() {
        register = Register.open(RegisterSettings.of(folder, null, null, null));
        Written written = new Written(register.followed(), block -> 0);
        for (long number = 0; number < 3; number++) {
            assertEquals(Optional.of(0), written.write(block(number)));
        }
    }

    @AfterEach
    void close() {
        register.close();
    }

    private Chain from(long first) {
        return new Chain(register.followed(), "127.0.0.1:7051", first);
    }

    private static LedgerBlock block(long number) {
        return Written.block(number, TIME, List.of());
    }

    private static LedgerBlock block(long number, String hash, String previous) {
        return new LedgerBlock(number, hash, previous, TIME, 0, List.of());
    }

    @Test
    void aBlockThatWasFollowedIsNotNew() {
        Chain chain = from(1);
        assertFalse(chain.isNew(block(1)));
        assertFalse(chain.isNew(block(2)));
    }

    @Test
    void theBlockThatContinuesTheLastOneIsNew() {
        assertTrue(from(3).isNew(block(3)));
    }

    @Test
    void aBlockThatNamesAnotherPredecessorIsAnotherLedgers() {
        String sentence = assertThrows(
                        ForeignLedgerException.class, () -> from(3).isNew(block(3, Written.hash(3), Written.hash(7))))
                .sentence();
        assertTrue(sentence.contains("127.0.0.1:7051 serves another ledger"), sentence);
        assertTrue(sentence.contains("block 3 differs"), sentence);
    }

    @Test
    void aKnownNumberWithAnotherHashIsAnotherLedgers() {
        assertThrows(ForeignLedgerException.class, () -> from(2).isNew(block(2, Written.hash(9), Written.hash(1))));
    }

    @Test
    void aGapIsRefused() {
        assertTrue(assertThrows(ForeignLedgerException.class, () -> from(3).isNew(block(4)))
                .sentence()
                .contains("delivered block 4 where block 3 was due"));
        Chain chain = from(2);
        assertFalse(chain.isNew(block(2)));
        assertThrows(ForeignLedgerException.class, () -> chain.isNew(block(2)), "the same block twice");
    }

    @Test
    void theFirstBlockOfALedgerHasNoPredecessor() {
        Register empty = Register.open(RegisterSettings.of(folder.resolve("empty"), null, null, null));
        try (empty) {
            assertTrue(new Chain(empty.followed(), "peer", 0).isNew(block(0)));
            assertThrows(ForeignLedgerException.class, () -> new Chain(empty.followed(), "peer", 0)
                    .isNew(block(0, Written.hash(0), Written.hash(5))));
        }
    }

    @Test
    void theLagIsTheBlocksThatAreMissingAndTheAgeOfTheLastOne() {
        BlockMark last = register.asOf();
        Instant later = TIME.plusSeconds(40);
        assertEquals(new Lag(0, 0), Lag.of(3, last, later));
        assertEquals(new Lag(2, 40), Lag.of(5, last, later));
        assertEquals(new Lag(0, 0), Lag.of(1, last, later), "the peer may be behind");
        assertEquals(new Lag(2, 0), Lag.of(5, last, TIME.minusSeconds(9)), "its clock may be");
    }
}
