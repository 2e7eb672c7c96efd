package uz.muhr.protocol.seal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import uz.muhr.protocol.consignment.EventHash;
import uz.muhr.protocol.consignment.SealReference;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.refusal.Refusal;

/** The record of a container seal as the ledger stores it: canonical JSON of format 1. */
public final class SealRecordText {
    private static final int FORMAT = 1;
    private static final String WHAT = "The record of a container seal";

    private SealRecordText() {}

    static String write(SealRecord record) {
        return CanonicalJson.write(json(record));
    }

    public static JsonObject json(SealRecord record) {
        JsonObject json = new JsonObject();
        json.add("affixed", SealActText.json(record.affixed()));
        json.add("began", record.began().json());
        json.add("changed", record.changed().json());
        json.addProperty("format", FORMAT);
        json.addProperty("head", record.head().hex());
        json.addProperty("holder", record.holder().value());
        record.latestClaim().ifPresent(time -> json.addProperty("latestClaim", LedgerTime.write(time)));
        record.name().write(json);
        record.offeredTo().ifPresent(receiver -> json.addProperty("offeredTo", receiver.value()));
        record.replacedBy().ifPresent(seal -> json.addProperty("replacedBy", seal.hex()));
        json.addProperty("sequence", record.sequence());
        json.addProperty("state", record.state().name());
        return json;
    }

    static SealRecord parse(String text) {
        return read(StrictJson.canonicalObject(WHAT, text));
    }

    static SealRecord read(JsonElement json) {
        return read(Members.of(WHAT, json));
    }

    private static SealRecord read(Members members) {
        members.format(FORMAT);
        SealRecord record = new SealRecord(
                SealName.read(members),
                members.optional("affixed", SealRecordText::affixed)
                        .orElseThrow(() -> Refusal.malformed(WHAT + " lacks the member \"affixed\".")),
                members.text("state", SealState::parse),
                members.text("holder", MspId::new),
                members.optionalText("offeredTo", MspId::new),
                members.optionalText("replacedBy", SealReference::new),
                members.optionalTime("latestClaim"),
                members.integer("sequence"),
                members.text("head", EventHash::new),
                Change.read(members.object("began")),
                Change.read(members.object("changed")));
        members.end();
        return record;
    }

    private static SealAct.Affix affixed(JsonElement json) {
        if (SealActText.read(json) instanceof SealAct.Affix affix) {
            return affix;
        }
        throw Refusal.malformed(WHAT + " begins with another act than to affix it.");
    }
}
