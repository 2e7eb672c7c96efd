package uz.muhr.client.register;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.verification.RecordView;
import uz.muhr.client.verification.RecordView.ChangeView;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealEvent;

/**
 * An event for another program: the same text in every feed.
 *
 * @param id where the ledger wrote it: BLOCK:TRANSACTION:TURN
 * @param type {@code document.anchored} for a document's first version, {@code document.changed} for each later one; {@code
 *     seal.} and what was done for a container seal, such as {@code seal.hand-over}
 * @param timestamp the time that its transaction claims
 */
public record EventView(String id, String type, String timestamp, Data data) {
    private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();

    /**
     * What happened.
     *
     * @param block the block that wrote it
     * @param record the document as it stood from then on
     * @param seal what happened to a container seal
     */
    public record Data(
            long block,
            @Nullable RecordView record,
            @Nullable SealData seal) {}

    /**
     * What happened to a container seal, as far as whoever has no receipt can see.
     *
     * @param seal its reference within the consignment
     * @param party as whom its author acted
     * @param to who receives it, where it is handed over
     * @param condition what an inspection or a report found, UNTDID 4517
     * @param opened what a reading says
     */
    public record SealData(
            String consignment,
            String seal,
            long sequence,
            String party,
            @Nullable String to,
            @Nullable String condition,
            @Nullable Boolean opened,
            boolean outOfOrder,
            ChangeView change) {
        static SealData of(SealEvent event) {
            SealAct act = event.act();
            return new SealData(
                    event.name().consignment().hex(),
                    event.name().seal().hex(),
                    event.sequence(),
                    event.party().name(),
                    act instanceof SealAct.HandOver handOver ? handOver.to().value() : null,
                    condition(act),
                    act instanceof SealAct.Read read ? (Boolean) read.opened() : null,
                    event.outOfOrder(),
                    ChangeView.of(event.change()));
        }

        private static @Nullable String condition(SealAct act) {
            if (act instanceof SealAct.Inspect inspect) {
                return inspect.condition().code();
            }
            return act instanceof SealAct.Report report ? report.condition().code() : null;
        }
    }

    public static EventView of(LedgerEvent event) {
        String id = event.position().toString();
        if (event instanceof LedgerEvent.OfSeal seal) {
            SealData data = SealData.of(seal.event());
            String done = seal.event()
                    .act()
                    .operation()
                    .name()
                    .toLowerCase(Locale.ROOT)
                    .replace('_', '-');
            return new EventView(
                    id,
                    "seal." + done,
                    data.change().time(),
                    new Data(event.position().block(), null, data));
        }
        LedgerEvent.OfDocument document = (LedgerEvent.OfDocument) event;
        RecordView record = RecordView.of(document.document(), document.record());
        return new EventView(
                id,
                record.sequence() == 1 ? "document.anchored" : "document.changed",
                record.changed().time(),
                new Data(event.position().block(), record, null));
    }

    /** On one line. */
    public String json() {
        return JSON.toJson(this);
    }
}
