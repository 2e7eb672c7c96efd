package uz.muhr.client.voyage;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.consignment.ConsignmentReceipt;
import uz.muhr.client.verification.RecordView.ChangeView;
import uz.muhr.protocol.consignment.EvidenceCommitment;
import uz.muhr.protocol.consignment.SealReference;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealEvent;

/**
 * One event of a container seal, for a person or another program.
 *
 * @param operation AFFIX, HAND_OVER, ACCEPT, DECLINE, WITHDRAW, INSPECT, BREAK, REPLACE, REMOVE, REPORT or READ
 * @param party as whom its author acted
 * @param detail what the operation takes: the receiver, the condition, the reason, the other seal, what was read
 * @param claimed the time that a device or a person claims
 * @param outOfOrder whether that time contradicts the order of the events
 * @param place UN/LOCODE; absent when none was said, or the receipt does not know it
 * @param evidence commitments to the files that show it
 * @param hash by which the next event names this one
 */
public record SealEventView(
        long sequence,
        String operation,
        String party,
        @Nullable String detail,
        @Nullable String claimed,
        boolean outOfOrder,
        @Nullable String place,
        List<String> evidence,
        ChangeView change,
        String hash) {

    /** Resolves what the receipt knows. */
    public static SealEventView of(SealEvent event, ConsignmentReceipt receipt) {
        return new SealEventView(
                event.sequence(),
                event.act().operation().name(),
                event.party().name(),
                detail(event.act(), receipt).orElse(null),
                event.circumstances().claimed().map(LedgerTime::write).orElse(null),
                event.outOfOrder(),
                event.circumstances()
                        .place()
                        .flatMap(receipt::place)
                        .map(place -> place.code())
                        .orElse(null),
                event.circumstances().evidence().stream()
                        .map(EvidenceCommitment::hex)
                        .toList(),
                ChangeView.of(event.change()),
                event.hash().hex());
    }

    private static Optional<String> detail(SealAct act, ConsignmentReceipt receipt) {
        if (act instanceof SealAct.HandOver handOver) {
            return Optional.of("to " + handOver.to());
        }
        if (act instanceof SealAct.Inspect inspect) {
            return Optional.of(Conditions.word(inspect.condition()));
        }
        if (act instanceof SealAct.Report report) {
            return Optional.of(Conditions.word(report.condition()));
        }
        if (act instanceof SealAct.Break broken) {
            return Optional.of(broken.reason().text());
        }
        if (act instanceof SealAct.Replace replace) {
            return Optional.of("by " + name(replace.by(), receipt));
        }
        if (act instanceof SealAct.Affix affix) {
            return affix.replaces().map(old -> "in place of " + name(old, receipt));
        }
        return act instanceof SealAct.Read read
                ? Optional.of((read.opened() ? "opened" : "closed")
                        + read.battery().map(full -> ", battery " + full + " %").orElse(""))
                : Optional.empty();
    }

    private static String name(SealReference seal, ConsignmentReceipt receipt) {
        return receipt.seal(seal).map(known -> known.name()).orElse("a seal that the receipt does not know");
    }
}
