package uz.muhr.client.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Gives a connection only addresses that messages may go to, at the moment of connecting: a name that was harmless when it
 * was subscribed may mean a machine of our own network by now (DNS rebinding).
 */
final class Reach implements DnsResolver {
    /** What is not reachable from everywhere: IANA's registries of special-purpose addresses (RFC 6890). */
    private static final List<Block> SPECIAL = List.of(
            Block.of("0.0.0.0", 8),
            Block.of("10.0.0.0", 8),
            Block.of("100.64.0.0", 10),
            Block.of("127.0.0.0", 8),
            Block.of("169.254.0.0", 16),
            Block.of("172.16.0.0", 12),
            Block.of("192.0.0.0", 24),
            Block.of("192.0.2.0", 24),
            Block.of("192.88.99.0", 24),
            Block.of("192.168.0.0", 16),
            Block.of("198.18.0.0", 15),
            Block.of("198.51.100.0", 24),
            Block.of("203.0.113.0", 24),
            Block.of("224.0.0.0", 4),
            Block.of("240.0.0.0", 4),
            Block.of("2001::", 23),
            Block.of("2001:db8::", 32),
            Block.of("2002::", 16),
            Block.of("3fff::", 20));

    /** Of IPv6 only this is given out for global use; tunnels and translations of IPv4 lie outside it or are named above. */
    private static final Block GLOBAL_IPV6 = Block.of("2000::", 3);

    private final boolean privateToo;

    /** @param privateToo whether addresses of private networks, and of this computer under other names, are reached */
    Reach(boolean privateToo) {
        this.privateToo = privateToo;
    }

    /** An address block: the first {@code bits} of an address. */
    private record Block(InetAddress address, int bits) {
        static Block of(String literal, int bits) {
            try {
                return new Block(InetAddress.getByName(literal), bits);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(literal, e);
            }
        }

        boolean holds(InetAddress other) {
            byte[] ours = address.getAddress();
            byte[] theirs = other.getAddress();
            if (ours.length != theirs.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    static boolean isPublic(InetAddress address) {
        boolean special = SPECIAL.stream().anyMatch(block -> block.holds(address));
        return !special && (address instanceof Inet4Address || GLOBAL_IPV6.holds(address));
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = InetAddress.getAllByName(host);
        InetAddress[] allowed =
                Arrays.stream(all).filter(address -> isAllowed(host, address)).toArray(InetAddress[]::new);
        if (allowed.length == 0) {
            throw new OutOfReachException();
        }
        return allowed;
    }

    private boolean isAllowed(String host, InetAddress address) {
        return Target.isThisComputer(host) ? address.isLoopbackAddress() : privateToo || isPublic(address);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
