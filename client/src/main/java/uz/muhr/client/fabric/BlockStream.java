package uz.muhr.client.fabric;

import io.grpc.Status;
import java.util.Optional;
import java.util.function.Function;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.GatewayRuntimeException;
import org.hyperledger.fabric.protos.common.Block;

/** Blocks in the order of their numbers, as one peer delivers them. */
public final class BlockStream implements AutoCloseable {
    private final CloseableIterator<Block> events;
    private final BlockReading reading;
    private final Function<Exception, LedgerUnavailableException> failure;

    BlockStream(
            CloseableIterator<Block> events,
            BlockReading reading,
            Function<Exception, LedgerUnavailableException> failure) {
        this.events = events;
        this.reading = reading;
        this.failure = failure;
    }

    /**
     * The next block, awaited; empty once the stream's time is over, or it was closed.
     *
     * @throws LedgerUnavailableException when the peer ended it, or delivered what cannot be used
     */
    public Optional<LedgerBlock> next() {
        try {
            return events.hasNext() ? Optional.of(reading.read(events.next())) : Optional.empty();
        } catch (GatewayRuntimeException e) {
            Status.Code code = e.getStatus().getCode();
            if (code == Status.Code.DEADLINE_EXCEEDED || code == Status.Code.CANCELLED) {
                return Optional.empty();
            }
            throw failure.apply(e);
        }
    }

    /** Ends it, also from another thread. */
    @Override
    public void close() {
        events.close();
    }
}
