package uz.muhr.protocol.authority;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * What an issuer may do with one type of document, as the ledger stores it: canonical JSON of format 1.
 *
 * @param periods in order, not overlapping; at least one
 * @param sequence 1 when written first, one more with each change
 */
public record AuthorityRecord(MspId issuer, TypeCode type, List<AuthorityPeriod> periods, long sequence) {
    private static final int FORMAT = 1;
    private static final String WHAT = "An authority record";

    public AuthorityRecord {
        periods = List.copyOf(periods);
        if (periods.isEmpty() || sequence < 1) {
            throw new Refusal(ErrorCode.CORRUPT_RECORD, "An authority record needs a period and a sequence from 1.");
        }
        for (int i = 0; i + 1 < periods.size(); i++) {
            Instant next = periods.get(i + 1).from();
            if (periods.get(i).until().map(next::isBefore).orElse(true)) {
                throw new Refusal(ErrorCode.CORRUPT_RECORD, "The periods of an authority record overlap.");
            }
        }
    }

    public boolean inForce(Instant time) {
        return periods.stream().anyMatch(period -> period.includes(time));
    }

    public String write() {
        return CanonicalJson.write(json());
    }

    public JsonObject json() {
        JsonArray list = new JsonArray();
        periods.forEach(period -> list.add(period.json()));
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.addProperty("issuer", issuer.value());
        json.add("periods", list);
        json.addProperty("sequence", sequence);
        json.addProperty("type", type.value());
        return json;
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT or CORRUPT_RECORD
     */
    public static AuthorityRecord parse(String text) {
        return read(StrictJson.canonicalObject(WHAT, text));
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT or CORRUPT_RECORD
     */
    public static AuthorityRecord read(JsonElement json) {
        return read(Members.of(WHAT, json));
    }

    private static AuthorityRecord read(Members members) {
        members.format(FORMAT);
        AuthorityRecord record = new AuthorityRecord(
                members.text("issuer", MspId::new),
                members.text("type", TypeCode::new),
                members.list("periods", AuthorityPeriod::read),
                members.integer("sequence"));
        members.end();
        return record;
    }
}
