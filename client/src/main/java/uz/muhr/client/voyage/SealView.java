package uz.muhr.client.voyage;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.consignment.ConsignmentReceipt;
import uz.muhr.client.consignment.KnownSeal;
import uz.muhr.client.verification.AnswerView.ReasonView;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.integrity.Custody;
import uz.muhr.protocol.integrity.SealAssessment;
import uz.muhr.protocol.integrity.SealIntegrity;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealDescription;
import uz.muhr.protocol.seal.SealEvent;
import uz.muhr.protocol.seal.SealHistory;
import uz.muhr.protocol.seal.SealRecord;

/**
 * One container seal, for a person or another program.
 *
 * @param seal its reference on the ledger
 * @param manufacturer and number are absent when the receipt does not know the seal
 * @param sealClass I, S or H (ISO 17712)
 * @param party UNTDID 9303
 * @param sequence the version, which the next act has to name
 * @param offeredTo who has not accepted it yet
 * @param events all but plain readings, oldest first
 * @param readings absent when it was never read
 */
public record SealView(
        String seal,
        @Nullable String manufacturer,
        @Nullable String number,
        String sealClass,
        String sealKind,
        String party,
        String state,
        long sequence,
        String holder,
        @Nullable String offeredTo,
        String verdict,
        List<ReasonView> reasons,
        List<CustodyView> custody,
        List<SealEventView> events,
        @Nullable ReadingsView readings) {

    /** One organisation's custody; without an end it lasts. */
    public record CustodyView(
            String holder, String from, @Nullable String until) {}

    /**
     * What the machine said, in short.
     *
     * @param opened how often it said that the seal was opened
     * @param first the devices' own earliest time
     * @param lowestBattery in per cent
     */
    public record ReadingsView(
            int count,
            int opened,
            int outOfOrder,
            String first,
            String last,
            @Nullable Long lowestBattery) {

        static @Nullable ReadingsView of(List<SealEvent> events) {
            List<SealEvent> readings = events.stream()
                    .filter(event -> event.act() instanceof SealAct.Read)
                    .toList();
            if (readings.isEmpty()) {
                return null;
            }
            List<Instant> times = readings.stream()
                    .flatMap(event -> event.circumstances().claimed().stream())
                    .sorted()
                    .toList();
            return new ReadingsView(
                    readings.size(),
                    (int) readings.stream().filter(ReadingsView::opened).count(),
                    (int) readings.stream().filter(SealEvent::outOfOrder).count(),
                    LedgerTime.write(times.get(0)),
                    LedgerTime.write(times.get(times.size() - 1)),
                    readings.stream()
                            .map(SealEvent::act)
                            .flatMap(act -> act instanceof SealAct.Read read
                                    ? read.battery().stream()
                                    : Optional.<Long>empty().stream())
                            .min(Comparator.naturalOrder())
                            .orElse(null));
        }

        static boolean opened(SealEvent event) {
            return event.act() instanceof SealAct.Read read && read.opened();
        }
    }

    /** @param history up to the time that is asked for; not empty */
    static SealView of(SealHistory history, ConsignmentReceipt receipt, Optional<Instant> at) {
        SealRecord record = history.record();
        SealDescription description = record.affixed().description();
        Optional<KnownSeal> known = receipt.seal(record.name().seal());
        SealAssessment assessment = SealIntegrity.of(history, at);
        return new SealView(
                record.name().seal().hex(),
                known.map(seal -> seal.manufacturer().value()).orElse(null),
                known.map(seal -> seal.number().value()).orElse(null),
                description.strength().code(),
                description.kind().code(),
                description.party().code(),
                record.state().name(),
                record.sequence(),
                record.holder().value(),
                record.offeredTo().map(MspId::value).orElse(null),
                assessment.verdict().name(),
                reasons(assessment),
                Custody.chain(history).stream()
                        .map(custody -> new CustodyView(
                                custody.holder().value(),
                                LedgerTime.write(custody.from()),
                                custody.until().map(LedgerTime::write).orElse(null)))
                        .toList(),
                history.oldestFirst().stream()
                        .filter(event -> !(event.act() instanceof SealAct.Read)
                                || ReadingsView.opened(event)
                                || event.outOfOrder())
                        .map(event -> SealEventView.of(event, receipt))
                        .toList(),
                ReadingsView.of(history.oldestFirst()));
    }

    static List<ReasonView> reasons(SealAssessment assessment) {
        return assessment.reasons().stream()
                .map(reason -> new ReasonView(reason.name(), reason.sentence()))
                .toList();
    }
}
