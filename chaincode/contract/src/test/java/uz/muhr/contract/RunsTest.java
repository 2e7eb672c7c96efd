package uz.muhr.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RunsTest {
    private static final String CHANNEL = "documents";

    private final Runs runs = new Runs();

    @Test
    void eachRunOfATransactionHasAnIdOfItsOwnThatNamesTheTransaction() {
        String first = runs.begin(CHANNEL, "t1");
        String second = runs.begin(CHANNEL, "t1");
        assertNotEquals(first, second);
        assertEquals("t1", Runs.transaction(first));
        assertEquals("t1", Runs.transaction(second));
    }

    @Test
    void anIdMayContainWhatSeparatesItFromTheRun() {
        assertEquals("t#1", Runs.transaction(runs.begin(CHANNEL, "t#1")));
    }

    @Test
    void aRunGoesOnUntilItEnds() {
        String run = runs.begin(CHANNEL, "t1");
        assertEquals(Optional.of(run), runs.of(CHANNEL, "t1"));
        assertTrue(runs.goesOn(CHANNEL, run));
        assertTrue(runs.end(CHANNEL, run));
        assertFalse(runs.goesOn(CHANNEL, run));
        assertFalse(runs.end(CHANNEL, run));
        assertEquals(Optional.empty(), runs.of(CHANNEL, "t1"));
    }

    @Test
    void aSecondRunEndsTheFirstAndIsNotEndedByIt() {
        String first = runs.begin(CHANNEL, "t1");
        String second = runs.begin(CHANNEL, "t1");
        assertFalse(runs.goesOn(CHANNEL, first));
        assertFalse(runs.end(CHANNEL, first));
        assertTrue(runs.goesOn(CHANNEL, second));
        assertEquals(Optional.of(second), runs.of(CHANNEL, "t1"));
    }

    @Test
    void theSameIdOnAnotherChannelIsAnotherTransaction() {
        String here = runs.begin(CHANNEL, "t1");
        String there = runs.begin("other", "t1");
        assertTrue(runs.end("other", there));
        assertTrue(runs.goesOn(CHANNEL, here));
        assertFalse(runs.goesOn("other", here));
    }
}
