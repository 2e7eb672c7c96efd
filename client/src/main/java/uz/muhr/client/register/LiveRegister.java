package uz.muhr.client.register;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.fabric.BlockPeers;
import uz.muhr.client.following.Following;
import uz.muhr.client.following.FollowingState;

/**
 * The register of a process that stays: opened as soon as its database lets us in, and kept level with the ledger on a
 * thread of its own. Nothing else of the process waits for it.
 */
public final class LiveRegister implements AutoCloseable {
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(5);
    private static final Duration LONGEST_BLOCK = Duration.ofSeconds(10);

    private final RegisterSettings settings;
    private final BlockPeers peers;
    private final Consumer<FollowingState> listener;
    private final NewBlocks newBlocks = new NewBlocks();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "following");
    private volatile String fault = "The register is being opened.";
    private volatile @Nullable Register register;
    private volatile @Nullable Following following;

    /** @param listener told of every change, on the thread that follows */
    public LiveRegister(RegisterSettings settings, BlockPeers peers, Consumer<FollowingState> listener) {
        this.settings = settings;
        this.peers = peers;
        this.listener = listener.andThen(newBlocks::see);
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /**
     * The register.
     *
     * @throws RegisterUnavailableException while it is not open
     */
    public Register register() {
        Register open = register;
        if (open == null) {
            throw new RegisterUnavailableException(fault, null);
        }
        return open;
    }

    /** Tells when it has grown. */
    public NewBlocks newBlocks() {
        return newBlocks;
    }

    public FollowingState state() {
        Following current = following;
        return current == null ? FollowingState.notYet(fault) : current.state();
    }

    private void run() {
        while (stopped.getCount() > 0) {
            try (Register open = Register.open(settings);
                    Following current = new Following(peers, open.followed(), open.rows(), listener)) {
                register = open;
                following = current;
                if (stopped.getCount() > 0) {
                    current.run();
                }
                register = null;
            } catch (RegisterUnavailableException e) {
                fault = e.sentence();
                listener.accept(state());
                await();
            }
        }
    }

    private void await() {
        try {
            stopped.await(BETWEEN_ATTEMPTS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stopped.countDown();
        }
    }

    @Override
    public void close() {
        newBlocks.close();
        stopped.countDown();
        Following current = following;
        if (current != null) {
            current.stop();
        }
        try {
            thread.join(LONGEST_BLOCK.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
