package uz.muhr.network.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class StatusReportTest {
    private final OrganisationStatus up =
            new OrganisationStatus("customs", "127.0.0.1:7051", OptionalLong.of(3), true, "");
    private final OrganisationStatus mute = new OrganisationStatus(
            "chamber", "127.0.0.1:8051", OptionalLong.of(3), false, "the chaincode does not answer: UNAVAILABLE");
    private final OrganisationStatus down = new OrganisationStatus(
            "carrier", "127.0.0.1:10051", OptionalLong.empty(), false, "the peer does not answer: UNAVAILABLE");

    @Test
    void theNetworkIsUpWhenEveryOrganisationIs() {
        assertTrue(new StatusReport(List.of(up, up)).isUp());
        assertFalse(new StatusReport(List.of(up, mute)).isUp());
        assertFalse(new StatusReport(List.of(down, up)).isUp());
    }

    @Test
    void aPersonReadsOneLinePerOrganisation() {
        assertEquals("""
                customs      127.0.0.1:7051   blocks 3     up
                chamber      127.0.0.1:8051   blocks 3     down: the chaincode does not answer: UNAVAILABLE
                carrier      127.0.0.1:10051  blocks ?     down: the peer does not answer: UNAVAILABLE""", new StatusReport(List.of(up, mute, down)).text());
    }

    @Test
    void aProgramReadsJson() {
        assertEquals(
                "{\"up\":false,\"organisations\":["
                        + "{\"name\":\"customs\",\"peer\":\"127.0.0.1:7051\",\"reachable\":true,\"height\":3,"
                        + "\"chaincode\":true,\"detail\":\"\"},"
                        + "{\"name\":\"carrier\",\"peer\":\"127.0.0.1:10051\",\"reachable\":false,"
                        + "\"chaincode\":false,\"detail\":\"the peer does not answer: UNAVAILABLE\"}]}",
                new StatusReport(List.of(up, down)).json());
    }
}
