package uz.muhr.client.web.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Those who are counted as one visitor: an IPv4 address, or the 2^64 addresses of an IPv6 network that one household has
 * (RFC 6177).
 *
 * @param prefix in hexadecimal digits
 */
record Neighbourhood(String prefix) {
    private static final int NETWORK_BYTES = 8;

    static Neighbourhood of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return new Neighbourhood(HexFormat.of()
                .formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes));
    }

    /** @param address as the server writes it, which is never a name */
    static Neighbourhood of(String address) {
        try {
            return of(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("The server gave no address of whoever asks.", e);
        }
    }
}
