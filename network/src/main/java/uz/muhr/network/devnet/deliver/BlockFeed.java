package uz.muhr.network.devnet.deliver;

import io.grpc.stub.ServerCallStreamObserver;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.hyperledger.fabric.protos.common.Block;
import uz.muhr.network.devnet.ledger.Ledger;

/**
 * Sends one client what it wants to see of each block, in order, from a first block to a last one. It works when there
 * is a new block or the client is ready for more, on a thread of the executor, never on two at once.
 */
public final class BlockFeed<T> {
    private final Ledger ledger;
    private final Executor executor;
    private final ServerCallStreamObserver<T> client;
    private final long last;
    private final Function<Block, Optional<T>> view;
    private final Runnable atEnd;
    private final Runnable wake = this::wake;
    private final AtomicInteger wakes = new AtomicInteger();
    private long next;
    private volatile boolean ended;

    public BlockFeed(
            Ledger ledger,
            Executor executor,
            ServerCallStreamObserver<T> client,
            long first,
            long last,
            Function<Block, Optional<T>> view,
            Runnable atEnd) {
        this.ledger = ledger;
        this.executor = executor;
        this.client = client;
        this.next = first;
        this.last = last;
        this.view = view;
        this.atEnd = atEnd;
    }

    /** Begins to send. */
    public void start() {
        ledger.listen(wake);
        wake();
    }

    /** Ends the feed without a word to the client. */
    public void stop() {
        ended = true;
        ledger.ignore(wake);
    }

    /** There may be something to do. */
    public void wake() {
        if (wakes.getAndIncrement() == 0) {
            executor.execute(this::work);
        }
    }

    private void work() {
        int seen;
        do {
            seen = wakes.get();
            while (!ended && client.isReady() && next <= last && next < ledger.height()) {
                ledger.block(next).flatMap(view).ifPresent(client::onNext);
                next++;
            }
            if (!ended && (client.isCancelled() || next > last)) {
                stop();
                if (!client.isCancelled()) {
                    atEnd.run();
                }
            }
        } while (!wakes.compareAndSet(seen, 0));
    }
}
