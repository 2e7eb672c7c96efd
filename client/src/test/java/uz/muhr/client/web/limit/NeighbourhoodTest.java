package uz.muhr.client.web.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeighbourhoodTest {
    @ParameterizedTest
    @CsvSource({
        "2001:db8:0:1::1, 2001:db8:0:1:ffff:ffff:ffff:ffff",
        "2001:db8::1, 2001:0db8:0000:0000:0000:0000:0000:0002",
        "192.0.2.7, ::ffff:192.0.2.7",
        "127.0.0.1, 127.0.0.1"
    })
    void whoSharesAnAddressOrAnIpv6NetworkIsOneVisitor(String one, String other) {
        assertEquals(Neighbourhood.of(one), Neighbourhood.of(other));
    }

    @ParameterizedTest
    @CsvSource({"2001:db8:0:1::1, 2001:db8:0:2::1", "192.0.2.7, 192.0.2.8", "0.0.0.0, ::", "32.1.13.184, 2001:db8::"})
    void othersAreOthers(String one, String other) {
        assertNotEquals(Neighbourhood.of(one), Neighbourhood.of(other));
    }

    @Test
    void ofAnIpv6AddressNoMoreIsKeptThanItsNetwork() {
        assertEquals("20010db800000001", Neighbourhood.of("2001:db8:0:1::77").prefix());
    }
}
