package uz.muhr.client.register;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import uz.muhr.client.verification.RecordView;

/**
 * An event for another program: the same text in every feed.
 *
 * @param id where the ledger wrote it: BLOCK:TRANSACTION:TURN
 * @param type {@code document.anchored} for a document's first version, {@code document.changed} for each later one
 * @param timestamp the time that its transaction claims
 */
public record EventView(String id, String type, String timestamp, Data data) {
    private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();

    /**
     * What happened.
     *
     * @param block the block that wrote it
     * @param record as it stood from then on
     */
    public record Data(long block, RecordView record) {}

    public static EventView of(LedgerEvent event) {
        RecordView record = RecordView.of(event.document(), event.record());
        return new EventView(
                event.position().toString(),
                record.sequence() == 1 ? "document.anchored" : "document.changed",
                record.changed().time(),
                new Data(event.position().block(), record));
    }

    /** On one line. */
    public String json() {
        return JSON.toJson(this);
    }
}
