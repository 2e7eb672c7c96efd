package uz.muhr.client.fabric;

import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.GatewayRuntimeException;
import org.hyperledger.fabric.protos.common.Block;
import org.jspecify.annotations.Nullable;

/**
 * Blocks in the order of their numbers, as one peer delivers them. They are fetched and read on a thread of the stream's
 * own, a few ahead, so that whoever takes them can write one while the next arrives.
 */
public final class BlockStream implements AutoCloseable {
    /** A block may have many megabytes, so there are few. */
    private static final int AHEAD = 8;

    private final CloseableIterator<Block> events;
    private final BlockReading reading;
    private final Function<Exception, LedgerUnavailableException> failure;
    private final BlockingQueue<Arrival> arrived = new ArrayBlockingQueue<>(AHEAD);
    private final Thread thread = new Thread(this::fetch, "block-stream");
    private @Nullable Arrival end;

    /**
     * What was fetched.
     *
     * @param block absent at the end
     * @param fault why it ended; absent when the stream's time is over, or it was closed
     */
    private record Arrival(Optional<LedgerBlock> block, Optional<RuntimeException> fault) {
        static final Arrival END = new Arrival(Optional.empty(), Optional.empty());
    }

    BlockStream(
            CloseableIterator<Block> events,
            BlockReading reading,
            Function<Exception, LedgerUnavailableException> failure) {
        this.events = events;
        this.reading = reading;
        this.failure = failure;
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * The next block, awaited, and those behind it that have arrived too; none once the stream's time is over, or it was
     * closed.
     *
     * @throws LedgerUnavailableException when the peer ended it, or delivered what cannot be used
     */
    public List<LedgerBlock> next() {
        List<Arrival> taken = new ArrayList<>();
        if (end == null) {
            take(taken);
        }
        List<LedgerBlock> blocks = new ArrayList<>();
        for (Arrival arrival : taken) {
            arrival.block.ifPresentOrElse(blocks::add, () -> end = arrival);
        }
        if (blocks.isEmpty() && end != null && end.fault.isPresent()) {
            throw end.fault.get();
        }
        return blocks;
    }

    private void take(List<Arrival> taken) {
        try {
            taken.add(arrived.take());
            arrived.drainTo(taken);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            taken.add(Arrival.END);
        }
    }

    private void fetch() {
        try {
            arrived.put(new Arrival(Optional.empty(), fault()));
        } catch (InterruptedException e) {
            // It was closed: nobody takes anything any more.
            arrived.clear();
            arrived.add(Arrival.END);
        }
    }

    private Optional<RuntimeException> fault() throws InterruptedException {
        try {
            while (events.hasNext()) {
                arrived.put(new Arrival(Optional.of(reading.read(events.next())), Optional.empty()));
            }
            return Optional.empty();
        } catch (GatewayRuntimeException e) {
            Status.Code code = e.getStatus().getCode();
            return code == Status.Code.DEADLINE_EXCEEDED || code == Status.Code.CANCELLED
                    ? Optional.empty()
                    : Optional.of(failure.apply(e));
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    /** Ends it, also from another thread. */
    @Override
    public void close() {
        events.close();
        thread.interrupt();
    }
}
