package uz.muhr.network.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds out, before anything starts, which of a network's ports somebody else listens on. */
public final class PortsInUse {
    /**
     * A port that a network wants.
     *
     * @param part the network's own process that listens there, such as {@code chaincode-customs}
     * @param purpose for the sentence about it, such as "peer of customs"
     */
    public record Need(int port, String part, String purpose) {}

    private PortsInUse() {}

    /**
     * One sentence for each port that is taken.
     *
     * @param running the network's own processes that run already and so hold their ports
     */
    public static List<String> of(Stream<Need> needs, Set<String> running) {
        return needs.filter(Predicate.not(need -> running.contains(need.part())))
                .filter(need -> isTaken(need.port()))
                .map(need -> "port " + need.port() + " (" + need.purpose() + ") is already in use")
                .toList();
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException inUse) {
            return true;
        }
    }
}
