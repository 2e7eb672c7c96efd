package uz.muhr.client;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import uz.muhr.network.script.ScriptNetwork;

/** A wire to one port of this machine: a test can cut it, let it fall silent, and mend it. */
public final class Wire implements AutoCloseable {
    private enum State {
        WHOLE,
        ANSWERLESS,
        SILENT,
        CUT
    }

    private final ServerSocket here = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final int there;
    private State state = State.WHOLE;
    private long untilLost = Long.MAX_VALUE;

    private Wire(int port) throws IOException {
        there = port;
        run(this::connect);
    }

    /** A wire to the peer of an organisation. */
    public static Wire toPeer(ScriptNetwork network, String organisation) throws IOException {
        return new Wire(network.topology().organisation(organisation).ports().peer());
    }

    public String address() {
        return "127.0.0.1:" + here.getLocalPort();
    }

    /** What is under way ends, and nobody gets through. */
    public void cut() {
        become(State.CUT);
    }

    /** Everybody still gets through, and nothing does: whoever speaks waits for ever. */
    public void fallSilent() {
        become(State.SILENT);
    }

    /** What is said gets through, and no answer comes back. */
    public void loseAnswers() {
        become(State.ANSWERLESS);
    }

    /** Answers are lost from when so many more bytes were said: in the middle of a conversation. */
    public synchronized void loseAnswersOnceSaid(long bytes) {
        untilLost = bytes;
    }

    public void mend() {
        loseAnswersOnceSaid(Long.MAX_VALUE);
        become(State.WHOLE);
    }

    private synchronized void become(State next) {
        state = next;
        if (next == State.CUT) {
            ends.forEach(Wire::end);
            ends.clear();
        }
        notifyAll();
    }

    /** Waits until something may pass; says false once nothing will. */
    private synchronized boolean passes(boolean answer) {
        try {
            while (state == State.SILENT || (answer && state == State.ANSWERLESS)) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return state != State.CUT;
    }

    private synchronized void said(int bytes) {
        untilLost -= bytes;
        if (untilLost < 0 && state == State.WHOLE) {
            become(State.ANSWERLESS);
        }
    }

    private void connect() {
        while (!here.isClosed()) {
            try {
                Socket caller = here.accept();
                ends.add(caller);
                run(() -> carry(caller));
            } catch (IOException closed) {
                end(here);
            }
        }
    }

    private void carry(Socket caller) {
        try {
            if (!passes(false)) {
                end(caller);
                return;
            }
            Socket called = new Socket(InetAddress.getLoopbackAddress(), there);
            ends.add(called);
            run(() -> carry(called, caller, true));
            carry(caller, called, false);
        } catch (IOException refused) {
            end(caller);
        }
    }

    private void carry(Socket from, Socket to, boolean answer) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] some = new byte[1 << 14];
            for (int read = in.read(some); read >= 0 && passes(answer); read = in.read(some)) {
                if (!answer) {
                    said(read);
                }
                out.write(some, 0, read);
            }
        } catch (IOException ended) {
            // The other end is told below.
        } finally {
            end(from);
            end(to);
        }
    }

    private static void run(Runnable task) {
        Thread thread = new Thread(task, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    private static void end(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        end(here);
        cut();
    }
}
