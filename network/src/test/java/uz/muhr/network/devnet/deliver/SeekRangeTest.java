package uz.muhr.network.devnet.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.hyperledger.fabric.protos.orderer.SeekNewest;
import org.hyperledger.fabric.protos.orderer.SeekNextCommit;
import org.hyperledger.fabric.protos.orderer.SeekOldest;
import org.hyperledger.fabric.protos.orderer.SeekPosition;
import org.hyperledger.fabric.protos.orderer.SeekSpecified;
import org.junit.jupiter.api.Test;

final class SeekRangeTest {
    private static final long HEIGHT = 10;
    private static final SeekPosition OLDEST =
            SeekPosition.newBuilder().setOldest(SeekOldest.getDefaultInstance()).build();
    private static final SeekPosition NEWEST =
            SeekPosition.newBuilder().setNewest(SeekNewest.getDefaultInstance()).build();
    private static final SeekPosition NEXT = SeekPosition.newBuilder()
            .setNextCommit(SeekNextCommit.getDefaultInstance())
            .build();

    private static SeekPosition block(long number) {
        return SeekPosition.newBuilder()
                .setSpecified(SeekSpecified.newBuilder().setNumber(number))
                .build();
    }

    private static void assertRange(long first, long last, SeekPosition start, SeekPosition stop) {
        SeekInfo seek = SeekInfo.newBuilder().setStart(start).setStop(stop).build();
        assertEquals(new SeekRange(first, last, Optional.empty()), SeekRange.of(seek, HEIGHT));
    }

    private static void assertRefused(Status status, SeekInfo.Builder seek) {
        assertEquals(Optional.of(status), SeekRange.of(seek.build(), HEIGHT).refusal());
    }

    @Test
    void everyPositionIsABlockNumber() {
        assertRange(0, 9, OLDEST, NEWEST);
        assertRange(9, 9, NEWEST, NEWEST);
        assertRange(0, 0, OLDEST, OLDEST);
        assertRange(3, 7, block(3), block(7));
        assertRange(10, Long.MAX_VALUE, NEXT, block(-1));
        assertRange(12, Long.MAX_VALUE, block(12), block(Long.MAX_VALUE));
    }

    @Test
    void aSeekWithoutAnEndOrBackwardsIsABadRequest() {
        assertRefused(Status.BAD_REQUEST, SeekInfo.newBuilder().setStart(OLDEST));
        assertRefused(Status.BAD_REQUEST, SeekInfo.newBuilder().setStop(NEWEST));
        assertRefused(
                Status.BAD_REQUEST,
                SeekInfo.newBuilder()
                        .setStart(SeekPosition.getDefaultInstance())
                        .setStop(NEWEST));
        assertRefused(
                Status.BAD_REQUEST, SeekInfo.newBuilder().setStart(block(7)).setStop(block(3)));
    }

    @Test
    void whoWillNotWaitIsToldThatTheBlockIsNotThere() {
        assertRefused(
                Status.NOT_FOUND,
                SeekInfo.newBuilder()
                        .setStart(block(10))
                        .setStop(block(11))
                        .setBehavior(SeekInfo.SeekBehavior.FAIL_IF_NOT_READY));
    }
}
