package uz.muhr.protocol.customs;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.Operation;
import uz.muhr.protocol.record.SequenceNumber;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * Every time that customs held one document, in order: canonical JSON of format 1. Only the last may still last.
 *
 * @param holds at most {@link #MOST}
 */
public record Holds(List<Hold> holds) {
    /** How often a document can be held: the record is read by every verdict. */
    public static final int MOST = 100;

    private static final int FORMAT = 1;
    private static final String WHAT = "The record of holds";

    /**
     * Refuses what cannot be.
     *
     * @throws Refusal CORRUPT_RECORD when they overlap or stand out of order
     */
    public Holds {
        holds = List.copyOf(holds);
        boolean inOrder = holds.size() <= MOST;
        for (int i = 0; i + 1 < holds.size(); i++) {
            Instant next = holds.get(i + 1).held().time();
            inOrder &= holds.get(i)
                    .released()
                    .map(change -> !next.isBefore(change.time()))
                    .orElse(false);
        }
        if (!inOrder) {
            throw new Refusal(ErrorCode.CORRUPT_RECORD, WHAT + " holds too many, or not one after the other.");
        }
    }

    public static Holds none() {
        return new Holds(List.of());
    }

    /** How many changes there were: one for each hold and each release; the next one names it. */
    public long sequence() {
        return 2L * holds.size() - (isHeld() ? 1 : 0);
    }

    public boolean isHeld() {
        return last().map(hold -> hold.released().isEmpty()).orElse(false);
    }

    public boolean heldAt(Instant time) {
        return holds.stream().anyMatch(hold -> hold.at(time));
    }

    private Optional<Hold> last() {
        return holds.isEmpty() ? Optional.empty() : Optional.of(holds.get(holds.size() - 1));
    }

    /**
     * With one hold more. That the caller is customs is checked before.
     *
     * @throws Refusal STALE_SEQUENCE, ILLEGAL_TRANSITION or CLOCK_SKEW
     */
    public Holds hold(DocumentRecord document, long expected, Change change) {
        SequenceNumber.check(expected, sequence());
        Operation.HOLD.next(document.status());
        if (isHeld()) {
            throw new Refusal(ErrorCode.ILLEGAL_TRANSITION, "Customs holds the document already.");
        }
        if (holds.size() == MOST) {
            throw new Refusal(
                    ErrorCode.ILLEGAL_TRANSITION,
                    "The document has been held " + MOST + " times; ask its issuer to suspend it.");
        }
        last().flatMap(Hold::released).ifPresent(change::checkNotBefore);
        change.checkNotBefore(document.anchored());
        List<Hold> all = new ArrayList<>(holds);
        all.add(new Hold(change, Optional.empty()));
        return new Holds(all);
    }

    /**
     * With the last hold released.
     *
     * @throws Refusal ILLEGAL_TRANSITION, NOT_AUTHORISED, STALE_SEQUENCE or CLOCK_SKEW
     */
    public Holds release(DocumentRecord document, long expected, Change change) {
        Hold last = last().filter(hold -> hold.released().isEmpty())
                .orElseThrow(() -> new Refusal(ErrorCode.ILLEGAL_TRANSITION, "Customs does not hold the document."));
        if (!last.held().by().msp().equals(change.by().msp())) {
            throw new Refusal(
                    ErrorCode.NOT_AUTHORISED,
                    "Only " + last.held().by().msp() + ", which holds the document, may release it.");
        }
        SequenceNumber.check(expected, sequence());
        Operation.RELEASE.next(document.status());
        change.checkNotBefore(last.held());
        List<Hold> all = new ArrayList<>(holds.subList(0, holds.size() - 1));
        all.add(new Hold(last.held(), Optional.of(change)));
        return new Holds(all);
    }

    public String write() {
        return CanonicalJson.write(json());
    }

    public JsonObject json() {
        JsonArray list = new JsonArray();
        holds.forEach(hold -> list.add(hold.json()));
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.add("holds", list);
        return json;
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT or CORRUPT_RECORD
     */
    public static Holds parse(String text) {
        return read(StrictJson.canonicalObject(WHAT, text));
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT or CORRUPT_RECORD
     */
    public static Holds read(JsonElement json) {
        return read(Members.of(WHAT, json));
    }

    private static Holds read(Members members) {
        members.format(FORMAT);
        Holds read = new Holds(members.list("holds", Hold::read));
        members.end();
        return read;
    }
}
