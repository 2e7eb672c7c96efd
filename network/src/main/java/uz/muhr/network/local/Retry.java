package uz.muhr.network.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Tries again and again until something succeeds or a deadline has passed: parts of a network come up in any order. */
public final class Retry {
    private static final long PAUSE_MILLIS = 200;
    private static final int CONNECT_MILLIS = 500;

    private final long end;
    private final Duration length;

    public Retry(Duration length) {
        this.length = length;
        this.end = System.nanoTime() + length.toNanos();
    }

    /**
     * Returns what the attempt returns, once it returns.
     *
     * @param what for the sentence at the deadline, such as "The channel cannot be joined"
     * @throws NetworkException at the deadline, with the last failure's reason
     */
    public <T> T until(String what, Callable<T> attempt) {
        while (true) {
            try {
                return attempt.call();
            } catch (InterruptedException e) {
                throw interrupted(e);
            } catch (Exception failure) { // whatever an attempt fails with is a reason to try again
                if (System.nanoTime() - end > 0) {
                    throw new NetworkException(
                            what + " within " + length.toSeconds() + " s: " + reason(failure), failure);
                }
            }
            pause();
        }
    }

    /** Waits until somebody listens on a loopback port. */
    public void untilListening(String what, int port) {
        until(what + " does not listen on port " + port, () -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
                return true;
            }
        });
    }

    private static String reason(Exception failure) {
        return failure instanceof IOException || failure.getMessage() == null
                ? failure.toString()
                : failure.getMessage();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static NetworkException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new NetworkException("Waiting for the network was interrupted.", e);
    }
}
