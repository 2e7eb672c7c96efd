package uz.muhr.client.following;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;
import uz.muhr.client.fabric.BlockPeer;
import uz.muhr.client.fabric.BlockPeers;
import uz.muhr.client.fabric.BlockStream;
import uz.muhr.client.fabric.LedgerBlock;
import uz.muhr.client.fabric.LedgerUnavailableException;
import uz.muhr.protocol.refusal.Refusal;

/**
 * Reads the ledger's blocks and has a projection write each exactly once. Where it was is in the database alone, so it may
 * be killed at any moment, move to another peer, or run beside others on one database.
 */
public final class Following implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(4);

    /** A peer that is gone without a word is noticed after this, and the profile's first one tried again. */
    private static final Duration STREAM = Duration.ofSeconds(60);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final BlockPeers peers;
    private final FollowedBlocks followed;
    private final Projection projection;
    private final Consumer<FollowingState> listener;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final FollowedBlocks.Outcome outcome = new FollowedBlocks.Outcome() {
        @Override
        public void wrote(List<LedgerBlock> blocks, int rows) {
            become(state.wrote(BlockMark.of(blocks.get(blocks.size() - 1)), blocks.size(), rows));
        }

        @Override
        public void knew(LedgerBlock block) {
            become(state.knows(BlockMark.of(block)));
        }
    };
    private volatile FollowingState state = FollowingState.notYet("The ledger was not reached yet.");
    private volatile @Nullable BlockStream stream;

    /** @param listener told of every change, on the thread that follows */
    public Following(
            BlockPeers peers, FollowedBlocks followed, Projection projection, Consumer<FollowingState> listener) {
        this.peers = peers;
        this.followed = followed;
        this.projection = projection;
        this.listener = listener;
    }

    public FollowingState state() {
        return state;
    }

    /** Follows until it is closed; whatever fails is tried again, at the next peer. */
    public void run() {
        int turn = 0;
        BackOffExecution pauses = pauses();
        while (!isStopped()) {
            try {
                read(turn, false);
                turn = 0;
                pauses = pauses();
            } catch (RuntimeException e) {
                // Whatever it is, the blocks stay where they are: it is said, and tried again.
                become(state.failed(FollowingFaults.sentence(e)));
                turn++;
                pause(pauses.nextBackOff());
            }
        }
    }

    /**
     * Follows until it has all blocks that the peer had when it was asked, or until every peer was asked in vain; its state
     * then names the fault.
     *
     * @throws ForeignLedgerException when a peer serves another ledger
     * @throws Refusal CORRUPT_RECORD when a block holds what cannot be read
     */
    public void catchUp() {
        int failures = 0;
        while (failures < peers.count() && !isStopped()) {
            try {
                read(failures, true);
                if (state.isLevel()) {
                    return;
                }
                failures = 0;
            } catch (LedgerUnavailableException e) {
                become(state.failed(e.sentence()));
                failures++;
            }
        }
    }

    /** Reads from one peer until its stream ends. */
    private void read(int turn, boolean untilLevel) {
        try (BlockPeer peer = peers.open(turn)) {
            state = state.at(followed.last()).trying(peer.address());
            become(state.connected(peer.height(ANSWER)));
            long before = state.blocks();
            long first =
                    Math.max(0, Math.min(state.last().map(BlockMark::number).orElse(0L), state.height() - 1));
            try (BlockStream blocks = peer.blocks(first, STREAM)) {
                stream = blocks;
                read(blocks, new Chain(followed, peer.address(), first), untilLevel);
            }
            if (!state.isLevel() && state.blocks() == before && !isStopped()) {
                throw peer.silent();
            }
        }
    }

    private void read(BlockStream blocks, Chain chain, boolean untilLevel) {
        while (!isStopped()) {
            List<LedgerBlock> next = blocks.next();
            if (next.isEmpty()) {
                return;
            }
            List<LedgerBlock> fresh =
                    next.stream().filter(block -> isNew(chain, block)).toList();
            if (!fresh.isEmpty()) {
                followed.write(fresh, projection, outcome);
            }
            if (untilLevel && state.isLevel()) {
                return;
            }
        }
    }

    private boolean isNew(Chain chain, LedgerBlock block) {
        boolean isNew = chain.isNew(block);
        if (!isNew) {
            outcome.knew(block);
        }
        return isNew;
    }

    private void become(FollowingState next) {
        state = next;
        listener.accept(next);
    }

    private static BackOffExecution pauses() {
        ExponentialBackOff pauses = new ExponentialBackOff(FIRST_PAUSE.toMillis(), 2);
        pauses.setMaxInterval(LONGEST_PAUSE.toMillis());
        pauses.setJitter(FIRST_PAUSE.toMillis());
        return pauses.start();
    }

    private void pause(long millis) {
        try {
            stopped.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    @Override
    public void close() {
        stop();
    }

    /** Ends it soon, from whichever thread; the block that is being written is written to its end. */
    public void stop() {
        stopped.countDown();
        BlockStream current = stream;
        if (current != null) {
            current.close();
        }
    }
}
