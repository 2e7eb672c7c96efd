package uz.muhr.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.freight.SealCondition;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.seal.Circumstances;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealEvent;
import uz.muhr.protocol.seal.SealHistory;
import uz.muhr.protocol.seal.SealHistoryPage;
import uz.muhr.protocol.seal.SealName;
import uz.muhr.protocol.sealing.Observation;
import uz.muhr.protocol.sealing.ObservationList;
import uz.muhr.protocol.sealing.Observed;

/** Reports and readings through the router. */
final class SealObservationTest {
    private static final Identity CARRIER = SampleSealing.CARRIER;
    private static final Identity CHAMBER = SampleSealing.CHAMBER;
    private static final SealName SEAL = SampleSealing.SEAL;
    private static final SealName OFFERED = SampleSealing.OFFERED;

    private final SampleNetwork network = SampleNetwork.withLife();

    private SealHistory history(SealName name) {
        return SealHistory.read(
                name,
                first -> SealHistoryPage.parse(network.evaluate(
                        CHAMBER,
                        "seal:history",
                        name.consignment().hex(),
                        name.seal().hex(),
                        Long.toString(first))));
    }

    @Test
    void readingsFarFromTheEndorsersClockAreRefused() {
        network.timed(network.now().minus(Duration.ofMinutes(5)));
        network.refuses(
                ErrorCode.CLOCK_SKEW, "120 s", CARRIER, "seal:observe", SampleSealing.readings(network.now(), 5, 6));
    }

    @Test
    void aForeignReadingIsRefusedByNameAndARepeatedOneIsTheSameEvent() {
        List<Observed> foreign =
                Observed.parse(network.submit(CHAMBER, "seal:observe", SampleSealing.readings(network.now(), 1, 2)));
        assertEquals(
                ErrorCode.NOT_CUSTODIAN,
                ((Observed.Refused) foreign.get(0)).refusal().code());
        List<Observed> both =
                Observed.parse(network.submit(CARRIER, "seal:observe", SampleSealing.readings(network.now(), 0, 2)));
        assertEquals(
                List.of(
                        new Observed.AlreadyRecorded(SampleSealing.SECRET.event("reading 0"), 2),
                        new Observed.Recorded(SampleSealing.SECRET.event("reading 1"), 3)),
                both);
        assertEquals(3, history(SEAL).oldestFirst().size());
    }

    @Test
    void everyReadingOfALongVoyageIsFoundInTheHistory() {
        for (int from = 0; from < 1_000; from += 250) {
            network.submit(CARRIER, "seal:observe", SampleSealing.readings(network.now(), from, from + 250));
        }
        List<SealEvent> events = history(SEAL).oldestFirst();
        assertEquals(1_001, events.size());
        for (int i = 0; i < 1_000; i++) {
            SealAct.Read read = (SealAct.Read) events.get(i + 1).act();
            assertEquals(SampleSealing.SECRET.event("reading " + i), read.id());
        }
    }

    @Test
    void whatWasReportedIsInTheHistory() {
        SealAct.Report report = new SealAct.Report(SampleSealing.SECRET.event("report"), SealCondition.DAMAGED);
        String list = new ObservationList(List.of(new Observation(OFFERED, report, Circumstances.none()))).write();
        network.submit(CHAMBER, "seal:observe", list);
        assertEquals(report, history(OFFERED).oldestFirst().get(2).act());
    }
}
