package uz.muhr.protocol.customs;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Optional;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.quantity.Amount;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * All that was written off one document, in total: canonical JSON of format 1.
 *
 * @param drawn the sum of the draws that were not reversed
 * @param draws how many there are, reversed ones too
 * @param last the newest of them; each names the one before it
 * @param exhaustedSince since when nothing is left; absent while something is
 * @param changed who drew or reversed last, when
 */
public record WriteOffs(Amount drawn, long draws, DrawId last, Optional<Instant> exhaustedSince, Change changed) {
    private static final int FORMAT = 1;
    private static final String WHAT = "The total of write-offs";

    /**
     * Refuses what cannot be.
     *
     * @throws Refusal CORRUPT_RECORD
     */
    public WriteOffs {
        if (draws < 1 || (exhaustedSince.isPresent() && drawn.isZero())) {
            throw new Refusal(ErrorCode.CORRUPT_RECORD, WHAT + " contradicts itself.");
        }
    }

    /** What is left of a quantity when this much of it was written off. */
    public static Amount remaining(Amount quantity, Optional<WriteOffs> written) {
        Amount drawn = written.map(WriteOffs::drawn).orElse(Amount.ZERO);
        if (drawn.compareTo(quantity) > 0) {
            throw new Refusal(ErrorCode.CORRUPT_RECORD, "More was written off a document than it had.");
        }
        return quantity.minus(drawn);
    }

    /** Whether nothing was left at a time; draws that were reversed since count as never made. */
    public boolean exhaustedAt(Instant time) {
        return exhaustedSince.map(since -> !time.isBefore(since)).orElse(false);
    }

    public String write() {
        return CanonicalJson.write(json());
    }

    public JsonObject json() {
        JsonObject json = new JsonObject();
        json.add("changed", changed.json());
        json.addProperty("drawn", drawn.toString());
        json.addProperty("draws", draws);
        exhaustedSince.ifPresent(time -> json.addProperty("exhaustedSince", LedgerTime.write(time)));
        json.addProperty("format", FORMAT);
        json.addProperty("last", last.hex());
        return json;
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT or CORRUPT_RECORD
     */
    public static WriteOffs parse(String text) {
        return read(StrictJson.canonicalObject(WHAT, text));
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT or CORRUPT_RECORD
     */
    public static WriteOffs read(JsonElement json) {
        return read(Members.of(WHAT, json));
    }

    private static WriteOffs read(Members members) {
        members.format(FORMAT);
        WriteOffs read = new WriteOffs(
                members.text("drawn", Amount::parse),
                members.integer("draws"),
                members.text("last", DrawId::new),
                members.optionalTime("exhaustedSince"),
                Change.read(members.object("changed")));
        members.end();
        return read;
    }
}
