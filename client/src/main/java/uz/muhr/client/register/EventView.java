package uz.muhr.client.register;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.verification.DrawView;
import uz.muhr.client.verification.HoldsView;
import uz.muhr.client.verification.RecordView;
import uz.muhr.protocol.json.LedgerTime;

/**
 * An event for another program: the same text in every feed.
 *
 * @param id where the ledger wrote it: BLOCK:TRANSACTION:TURN
 * @param type {@code document.anchored} for a document's first version, {@code document.changed} for each later one;
 *     {@code document.written-off}, {@code document.write-off-reversed}, {@code document.held} or {@code document.released}
 *     for what customs did
 * @param timestamp the time that its transaction claims
 */
public record EventView(String id, String type, String timestamp, Data data) {
    private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();

    /**
     * What happened.
     *
     * @param block the block that wrote it
     * @param record as it stood from then on
     * @param writeOff that was made or taken back; absent where the event is none of a write-off
     * @param holds every time that the document was held; absent where the event is none of a hold
     */
    public record Data(
            long block,
            RecordView record,
            @Nullable DrawView writeOff,
            @Nullable HoldsView holds) {}

    public static EventView of(LedgerEvent event) {
        CustomsAct act = event.act().orElse(null);
        return new EventView(
                event.position().toString(),
                event.type(),
                LedgerTime.write(event.time()),
                new Data(
                        event.position().block(),
                        RecordView.of(event.document(), event.record()),
                        act instanceof CustomsAct.WriteOff writeOff ? DrawView.of(writeOff.draw()) : null,
                        act instanceof CustomsAct.Holding holding ? HoldsView.of(holding.holds()) : null));
    }

    /** On one line. */
    public String json() {
        return JSON.toJson(this);
    }
}
