package uz.muhr.network.topology;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Finds loopback ports nobody listens on. */
public final class FreePorts {
    /**
     * Below Linux's range for outgoing connections (32768 and up) and macOS's (49152 and up): a port from those could be
     * taken by any connection between here and the moment a server binds it.
     */
    private static final int FIRST = 20_000;

    private static final int LAST = 32_000;
    private static final int ATTEMPTS = 2_000;

    private FreePorts() {}

    /**
     * Finds so many distinct ports, free a moment ago.
     *
     * @throws TopologyException when so many cannot be found
     */
    public static Set<Integer> take(int count) {
        return take(count, Set.of());
    }

    /**
     * The same, and none of those that are meant for somebody who does not listen yet.
     *
     * @throws TopologyException when so many cannot be found
     */
    public static Set<Integer> take(int count, Set<Integer> spokenFor) {
        Set<Integer> ports = new LinkedHashSet<>();
        for (int attempt = 0; ports.size() < count; attempt++) {
            if (attempt == ATTEMPTS) {
                throw new TopologyException("No " + count + " free ports were found from " + FIRST + " to " + LAST
                        + "; stop what listens there.");
            }
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
            if (!spokenFor.contains(port) && isFree(port)) {
                ports.add(port);
            }
        }
        return ports;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
