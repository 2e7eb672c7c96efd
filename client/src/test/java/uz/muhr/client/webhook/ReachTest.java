package uz.muhr.client.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are connected to. */
class ReachTest {
    private final Reach reach = new Reach(false);
    private final Reach wide = new Reach(true);

    @ParameterizedTest
    @CsvSource({
        "93.184.216.34, true",
        "8.8.8.8, true",
        "9.255.255.255, true",
        "11.0.0.0, true",
        "172.15.255.255, true",
        "172.32.0.0, true",
        "100.63.255.255, true",
        "100.128.0.0, true",
        "223.255.255.255, true",
        "0.0.0.0, false",
        "10.0.0.1, false",
        "10.255.255.255, false",
        "100.64.0.1, false",
        "100.127.255.255, false",
        "127.0.0.1, false",
        "127.8.8.8, false",
        "169.254.169.254, false",
        "172.16.0.1, false",
        "172.31.255.255, false",
        "192.0.0.8, false",
        "192.0.2.1, false",
        "192.168.0.1, false",
        "198.18.0.1, false",
        "198.19.255.255, false",
        "198.51.100.1, false",
        "203.0.113.1, false",
        "224.0.0.1, false",
        "255.255.255.255, false",
        "2606:2800:220:1:248:1893:25c8:1946, true",
        "2a00:1450::1, true",
        "::, false",
        "::1, false",
        "::ffff:10.0.0.1, false",
        "64:ff9b::a00:1, false",
        "fe80::1, false",
        "fc00::1, false",
        "fd12:3456::1, false",
        "ff02::1, false",
        "2001:0:5ef5:79fd::1, false",
        "2001:db8::1, false",
        "2002:a00:1::1, false",
        "3fff::1, false"
    })
    void onlyWhatIsReachableFromEverywhereIsPublic(String address, boolean isPublic) throws UnknownHostException {
        assertEquals(isPublic, Reach.isPublic(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "169.254.169.254", "127.0.0.2", "0.0.0.0", "fe80::1", "2130706433"})
    void anAddressThatIsNotPublicIsNotGivenToAConnection(String host) {
        assertThrows(OutOfReachException.class, () -> reach.resolve(host));
    }

    @Test
    void withTheSettingPrivateNetworksAreReached() throws UnknownHostException {
        assertEquals(1, wide.resolve("10.0.0.1").length);
    }

    @Test
    void thisComputersOwnNamesMeanThisComputerAlone() throws UnknownHostException {
        for (InetAddress address : reach.resolve("localhost")) {
            assertTrue(address.isLoopbackAddress(), address.toString());
        }
        assertEquals(1, reach.resolve("127.0.0.1").length);
        assertEquals(1, reach.resolve("[::1]").length);
    }

    @Test
    void aNameWithoutAnAddressIsUnknown() {
        UnknownHostException unknown = assertThrows(UnknownHostException.class, () -> reach.resolve("nobody.invalid"));
        assertTrue(!(unknown instanceof OutOfReachException), unknown.toString());
    }
}
