package uz.muhr.protocol.customs;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.quantity.Quantity;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * One write-off as the ledger stores it: canonical JSON of format 1.
 *
 * @param drawn who drew, when
 * @param previous the draw of the same document before this one; absent for the first
 * @param reversed who took it back, when: the drawer's organisation; a reversed draw counts as never made
 */
public record Draw(
        DeclarationCommitment declaration,
        long line,
        Quantity quantity,
        Change drawn,
        Optional<DrawId> previous,
        Optional<Change> reversed) {
    private static final int FORMAT = 1;
    private static final String WHAT = "The record of a draw";

    /**
     * Refuses what cannot be.
     *
     * @throws Refusal CORRUPT_RECORD when another organisation reversed it, or before it was made
     */
    public Draw {
        if (reversed.filter(change -> !change.by().msp().equals(drawn.by().msp())
                        || change.time().isBefore(drawn.time()))
                .isPresent()) {
            throw new Refusal(ErrorCode.CORRUPT_RECORD, WHAT + " was not reversed by who drew, after that.");
        }
    }

    public DrawId id() {
        return DrawId.of(drawn.by().msp(), declaration, line);
    }

    public String write() {
        return CanonicalJson.write(json());
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("declaration", declaration.hex());
        json.add("drawn", drawn.json());
        json.addProperty("format", FORMAT);
        json.addProperty("line", line);
        previous.ifPresent(id -> json.addProperty("previous", id.hex()));
        quantity.write(json);
        reversed.ifPresent(change -> json.add("reversed", change.json()));
        return json;
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT or CORRUPT_RECORD
     */
    public static Draw parse(String text) {
        return read(StrictJson.canonicalObject(WHAT, text));
    }

    static Draw read(JsonElement json) {
        return read(Members.of(WHAT, json));
    }

    private static Draw read(Members members) {
        members.format(FORMAT);
        Draw draw = new Draw(
                members.text("declaration", DeclarationCommitment::new),
                members.integer("line"),
                Quantity.required(members),
                Change.read(members.object("drawn")),
                members.optionalText("previous", DrawId::new),
                members.optional("reversed", json -> Change.read(Members.of("A reversal", json))));
        members.end();
        return draw;
    }
}
