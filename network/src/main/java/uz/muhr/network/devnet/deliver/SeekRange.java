package uz.muhr.network.devnet.deliver;

import java.util.Optional;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.hyperledger.fabric.protos.orderer.SeekPosition;

/** The blocks a seek asks for, or the status that answers it at once. */
record SeekRange(long first, long last, Optional<Status> refusal) {
    static SeekRange of(SeekInfo seek, long height) {
        if (!seek.hasStart() || !seek.hasStop()) {
            return refused(Status.BAD_REQUEST);
        }
        long first;
        switch (seek.getStart().getTypeCase()) {
            case OLDEST -> first = 0;
            case NEWEST -> first = height - 1;
            case SPECIFIED -> first = seek.getStart().getSpecified().getNumber();
            case NEXT_COMMIT -> first = height;
            case TYPE_NOT_SET -> {
                return refused(Status.BAD_REQUEST);
            }
            default -> throw new IllegalStateException("A seek position of an unknown type.");
        }
        long last = last(seek.getStop(), first, height);
        boolean late = seek.getBehavior() == SeekInfo.SeekBehavior.FAIL_IF_NOT_READY && first >= height;
        if (last < first && seek.getStop().getTypeCase() == SeekPosition.TypeCase.SPECIFIED) {
            return refused(Status.BAD_REQUEST);
        }
        return late ? refused(Status.NOT_FOUND) : new SeekRange(first, last, Optional.empty());
    }

    private static long last(SeekPosition stop, long first, long height) {
        return switch (stop.getTypeCase()) {
            case OLDEST -> first;
            case NEWEST -> height - 1;
            // Clients say "for ever" with the greatest unsigned number.
            case SPECIFIED ->
                stop.getSpecified().getNumber() < 0
                        ? Long.MAX_VALUE
                        : stop.getSpecified().getNumber();
            default -> Long.MAX_VALUE;
        };
    }

    private static SeekRange refused(Status status) {
        return new SeekRange(0, 0, Optional.of(status));
    }
}
